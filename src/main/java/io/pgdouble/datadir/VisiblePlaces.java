package io.pgdouble.datadir;

import io.pgdouble.engine.function.FileAccessException;
import io.pgdouble.engine.function.FileAccessException.Step;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a server sees of the machine it runs on: its data directory, and a directory that stands for
 * the root of all. Nothing leads out of them, not even a symbolic link.
 */
record VisiblePlaces(Optional<Path> dataDirectory, Optional<Path> root) {
  private static final Path TOP = Path.of("/");

  /** {@code limits.h: PATH_MAX}. */
  private static final int PATH_MAX = 4096;

  /** {@code MAXSYMLINKS} of the system. */
  private static final int MAXSYMLINKS = 40;

  /**
   * Where a file really is, all symbolic links followed.
   *
   * @param step what is to be done with it
   */
  Path find(String path, Step step) throws FileAccessException {
    if (path.isEmpty()) {
      throw new FileAccessException(step, SqlState.UNDEFINED_FILE, "No such file or directory");
    }
    if (path.getBytes(StandardCharsets.UTF_8).length >= PATH_MAX) {
      throw new FileAccessException(step, SqlState.INTERNAL_ERROR, SystemError.NAME_TOO_LONG);
    }
    Walk walk = new Walk(dataDirectory.orElse(TOP), step);
    walk.go(path(path));
    return place(walk.at);
  }

  /**
   * The same for a file that may still have to be made. The server's own files are not written by
   * others.
   */
  Path findToWrite(String path) throws FileAccessException {
    if (path.endsWith("/")) {
      throw ErrorReport.notSimulated("a directory's name for a file").toException();
    }
    Path place = find(path, Step.CREATE);
    refuse(place, ClusterLayout::isOfEveryCluster);
    return place;
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw ErrorReport.notSimulated("file names that Java cannot say in this locale")
          .toException();
    }
  }

  /** A name that the system told. */
  String legible(String name) {
    if (name.indexOf('\uFFFD') >= 0) {
      throw ErrorReport.notSimulated("file names that Java cannot read in this locale")
          .toException();
    }
    return name;
  }

  /** A way from directory to directory, as the server sees them. */
  private final class Walk {
    private final Step step;
    private final Deque<Path> ahead = new ArrayDeque<>();
    private Path at;
    private int links;

    Walk(Path from, Step step) {
      this.at = from;
      this.step = step;
    }

    void go(Path path) throws FileAccessException {
      turn(path);
      while (!ahead.isEmpty()) {
        enter(ahead.removeFirst());
      }
    }

    /** What is ahead begins with a path. */
    private void turn(Path path) {
      Path rest = path;
      if (path.isAbsolute()) {
        at = dataDirectory.filter(path::startsWith).orElse(TOP);
        rest = at.relativize(path);
      }
      for (int i = rest.getNameCount() - 1; i >= 0; i--) {
        ahead.addFirst(rest.getName(i));
      }
    }

    private void enter(Path name) throws FileAccessException {
      switch (name.toString()) {
        case "", "." -> {}
        case ".." -> at = at.equals(TOP) ? TOP : at.getParent();
        default -> descend(at.resolve(name));
      }
    }

    private void descend(Path to) throws FileAccessException {
      Path place = place(to);
      try {
        BasicFileAttributes found =
            Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (found.isSymbolicLink()) {
          follow(Files.readSymbolicLink(place));
          return;
        }
        if (!ahead.isEmpty() && !found.isDirectory()) {
          throw new FileAccessException(step, SqlState.WRONG_OBJECT_TYPE, "Not a directory");
        }
        at = to;
      } catch (NoSuchFileException e) {
        refuse(place, ClusterLayout::isDataOf);
        if (step != Step.CREATE || !ahead.isEmpty()) {
          throw MachineFiles.failure(step, e);
        }
        at = to;
      } catch (IOException e) {
        throw MachineFiles.failure(step, e);
      }
    }

    private void follow(Path target) throws FileAccessException {
      if (++links > MAXSYMLINKS) {
        throw new FileAccessException(
            step, SqlState.INTERNAL_ERROR, "Too many levels of symbolic links");
      }
      turn(target);
    }
  }

  private Path place(Path seen) {
    if (dataDirectory.filter(seen::startsWith).isPresent()) {
      return seen;
    }
    return root.map(top -> top.resolve(TOP.relativize(seen))).orElseThrow(VisiblePlaces::outside);
  }

  private void refuse(Path place, Predicate<Path> whose) {
    Optional<Path> inside =
        dataDirectory.filter(place::startsWith).map(data -> data.relativize(place));
    if (inside.filter(whose).isPresent()) {
      throw ErrorReport.notSimulated(
              "the file \"" + inside.get() + "\", where PostgreSQL keeps data")
          .toException();
    }
  }

  /** Refuses to list a directory in which PostgreSQL would have more. */
  void requireWhole(Path place) {
    Optional<Path> inside =
        dataDirectory.filter(place::startsWith).map(data -> data.relativize(place));
    if (inside.filter(ClusterLayout::isIncomplete).isPresent()) {
      throw ErrorReport.notSimulated(
              "the directory \"" + inside.get() + "\", where PostgreSQL keeps data")
          .toException();
    }
  }

  private static ReportedError outside() {
    return ErrorReport.notSimulated("files outside of the data directory")
        .with(ErrorField.HINT, "pgdouble serve --files DIR shows what is in DIR as the server's /.")
        .toException();
  }
}
