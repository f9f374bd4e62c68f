package io.pgdouble.cli;

import io.pgdouble.datadir.FileModes;
import io.pgdouble.datadir.InitialCluster;
import io.pgdouble.datadir.ServerFiles;
import io.pgdouble.datadir.SystemError;
import io.pgdouble.facts.Facts;
import io.pgdouble.settings.Configuration;
import io.pgdouble.settings.ServerSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The directory that {@code initdb} fills: {@code initdb.c: initialize_data_directory}. */
final class InitdbDirectory {
  private final ProgramCall call;
  private final PrintStream out;
  private final InitdbOptions options;
  private final String name;
  private final Path path;
  private boolean existed;

  InitdbDirectory(ProgramCall call, String name, InitdbOptions options) {
    this.call = call;
    this.out = call.out();
    this.options = options;
    this.name = Path.of(name).normalize().toString();
    this.path = Path.of(this.name);
  }

  /** Fills it, or leaves it as it was. */
  void create(InitialCluster cluster) {
    prepare(cluster.modes());
    try {
      step("creating subdirectories ... ", cluster::createDirectories);
      out.println("selecting dynamic shared memory implementation ... posix");
      out.println("selecting default max_connections ... 100");
      out.println("selecting default shared_buffers ... 128MB");
      out.println("selecting default time zone ... " + Initdb.timeZone());
      step("creating configuration files ... ", cluster::createConfiguration);
      step("running bootstrap script ... ", () -> tryConfiguration(cluster));
      step("performing post-bootstrap initialization ... ", cluster::createControl);
      sync();
    } catch (IOException e) {
      cleanUp();
      throw InitdbOptions.error(
          "could not write into directory \"" + name + "\": " + SystemError.reason(e));
    } catch (ProgramFailure e) {
      call.err().println(e.getMessage());
      cleanUp();
      throw new ProgramFailure(e.status(), cleanedUp());
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private void step(String announcement, Work work) throws IOException {
    out.print(announcement);
    out.flush();
    work.run();
    out.println("ok");
  }

  private void prepare(FileModes modes) {
    try {
      if (!Files.exists(path) && parentIsDirectory()) {
        out.print("creating directory " + name + " ... ");
        out.flush();
        makeDirectory(modes);
      } else {
        refuseIfNotEmpty();
        existed = true;
        out.print("fixing permissions on existing directory " + name + " ... ");
        modes.apply(path);
      }
      out.println("ok");
    } catch (IOException e) {
      throw InitdbOptions.error(
          "could not access directory \"" + name + "\": " + SystemError.reason(e));
    }
  }

  private boolean parentIsDirectory() {
    Path parent = path.toAbsolutePath().getParent();
    return !Files.exists(parent) || Files.isDirectory(parent);
  }

  private void makeDirectory(FileModes modes) throws IOException {
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw InitdbOptions.error(
          "could not create directory \"" + name + "\": " + SystemError.reason(e));
    }
    modes.apply(path);
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
      throw InitdbOptions.error(
          exists
              + "initdb: hint: If you want to create a new database system, either remove or empty"
              + " the directory \"%s\" or run initdb with an argument other than \"%s\"."
                  .formatted(name, name));
    }
    throw InitdbOptions.error(
        exists
            + "initdb: detail: It contains a "
            + (mountPoint ? "lost+found directory" : "dot-prefixed/invisible file")
            + ", perhaps due to it being a mount point.\n"
            + "initdb: hint: Using a mount point directly as the data directory is not"
            + " recommended.\nCreate a subdirectory under the mount point.");
  }

  /** The bootstrap script is the first that reads the configuration. */
  private void tryConfiguration(InitialCluster cluster) {
    ServerSettings boot = ServerSettings.of(Facts.of(cluster.major()), ServerSettings.Base.BOOT);
    Configuration read = ServerFiles.select(Optional.of(path), boot).configuration();
    if (read.failure().isPresent()) {
      EarlyLog log = new EarlyLog(call.err(), ProcessHandle.current().pid(), ZoneId.of("GMT"));
      read.reports().forEach(log::print);
      log.print(read.failure().get());
      throw new ProgramFailure(1, "child process exited with exit code 1");
    }
  }

  private void sync() throws IOException {
    if (options.has("N")) {
      out.println(
          "\nSync to disk skipped.\nThe data directory might become corrupt if the operating"
              + " system crashes.");
    } else {
      step("syncing data to disk ... ", this::force);
    }
  }

  private void force() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
      }
    }
  }

  /** {@code --sync-only}. */
  void syncOnly() {
    if (!Files.isDirectory(path)) {
      throw InitdbOptions.error(
          "could not access directory \"" + name + "\": No such file or directory");
    }
    try {
      step("syncing data to disk ... ", this::force);
    } catch (IOException e) {
      throw InitdbOptions.error(
          "could not open directory \"" + name + "\": " + SystemError.reason(e));
    }
  }

  private void cleanUp() {
    if (options.has("n")) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.filter(this::isOurs).sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      call.err().println("initdb: error: failed to remove data directory");
    }
  }

  private boolean isOurs(Path file) {
    return !existed || !file.equals(path);
  }

  private String cleanedUp() {
    if (options.has("n")) {
      return "initdb: data directory \"" + name + "\" not removed at user's request";
    }
    return "initdb: removing "
        + (existed ? "contents of data directory \"" : "data directory \"")
        + name
        + "\"";
  }
}
