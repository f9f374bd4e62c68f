package io.pgdouble.cli;

import io.pgdouble.datadir.FileModes;
import io.pgdouble.datadir.SystemError;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that {@code initdb} fills: one it makes, or one that is there and empty. {@code
 * initdb.c: create_data_directory, create_xlog_or_symlink}.
 */
final class InitdbFolder {
  private final String kind;
  private final String name;
  private final String hintIfFull;
  private final Path path;
  private State state = State.UNTOUCHED;

  private enum State {
    UNTOUCHED,
    MADE,
    FOUND
  }

  /**
   * A folder.
   *
   * @param kind as messages call it
   * @param hintIfFull what to do where there is something in it
   */
  InitdbFolder(String kind, String name, String hintIfFull) {
    this.kind = kind;
    this.path = Path.of(name).normalize();
    this.name = path.toString();
    this.hintIfFull = hintIfFull;
  }

  String name() {
    return name;
  }

  Path path() {
    return path;
  }

  /**
   * Sees to it that it is there.
   *
   * @throws ProgramFailure if it is not empty or cannot be made
   */
  void prepare(FileModes modes, PrintStream out) {
    try {
      if (!Files.exists(path) && parentIsDirectory()) {
        announce(out, "creating directory ");
        make(modes);
        state = State.MADE;
      } else {
        refuseIfNotEmpty();
        announce(out, "fixing permissions on existing directory ");
        modes.apply(path);
        state = State.FOUND;
      }
      out.println("ok");
    } catch (IOException e) {
      throw InitdbOptions.error(
          "could not access directory \"" + name + "\": " + SystemError.reason(e));
    }
  }

  private void announce(PrintStream out, String what) {
    out.print(what + name + " ... ");
    out.flush();
  }

  private boolean parentIsDirectory() {
    Path parent = path.toAbsolutePath().getParent();
    return !Files.exists(parent) || Files.isDirectory(parent);
  }

  private void make(FileModes modes) {
    try {
      make(path, modes);
    } catch (IOException e) {
      throw InitdbOptions.error(
          "could not create directory \"" + name + "\": " + SystemError.reason(e));
    }
  }

  /** Folders on the way are nobody else's either. */
  private static void make(Path folder, FileModes modes) throws IOException {
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null && !Files.exists(parent)) {
      make(parent, modes);
    }
    Files.createDirectory(folder);
    modes.apply(folder);
  }

  /** {@code pgcheckdir.c: pg_check_dir}. */
  private void refuseIfNotEmpty() throws IOException {
    List<String> inside;
    try (Stream<Path> files = Files.list(path)) {
      inside = files.map(file -> file.getFileName().toString()).toList();
    }
    if (inside.isEmpty()) {
      return;
    }
    String exists = "directory \"" + name + "\" exists but is not empty\n";
    boolean mountPoint = inside.contains("lost+found");
    if (!mountPoint && inside.stream().anyMatch(file -> !file.startsWith("."))) {
      throw InitdbOptions.error(exists + "initdb: hint: " + hintIfFull);
    }
    throw InitdbOptions.error(
        exists
            + "initdb: detail: It contains a "
            + (mountPoint ? "lost+found directory" : "dot-prefixed/invisible file")
            + ", perhaps due to it being a mount point.\n"
            + "initdb: hint: Using a mount point directly as the data directory is not"
            + " recommended.\nCreate a subdirectory under the mount point.");
  }

  /** Leaves things as they were found. */
  void cleanUp(PrintStream err) {
    if (state == State.UNTOUCHED) {
      return;
    }
    String contents = state == State.FOUND ? "contents of " : "";
    err.println("initdb: removing " + contents + kind + " \"" + name + "\"");
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.filter(this::isOurs).sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      err.println("initdb: error: failed to remove " + contents + kind);
    }
  }

  private boolean isOurs(Path file) {
    return state == State.MADE || !file.equals(path);
  }

  /** Says that things were not left as they were found. */
  void keep(PrintStream err) {
    if (state != State.UNTOUCHED) {
      err.println("initdb: " + kind + " \"" + name + "\" not removed at user's request");
    }
  }
}
