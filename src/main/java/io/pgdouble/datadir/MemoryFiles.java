package io.pgdouble.datadir;

import io.pgdouble.engine.function.FileAccessException;
import io.pgdouble.engine.function.FileAccessException.Step;
import io.pgdouble.engine.function.ServerFileSystem;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The data directory of a server that has none: what is the same in each, and what is in none. The
 * rest is refused.
 *
 * @param machine for absolute paths
 */
record MemoryFiles(int major, MachineFiles machine) implements ServerFileSystem {
  private static final String VERSION = "PG_VERSION";

  @Override
  public Optional<String> dataDirectory() {
    return Optional.empty();
  }

  private static boolean isElsewhere(String path) {
    return path.startsWith("/");
  }

  @Override
  public byte[] read(String path, Section section) throws FileAccessException {
    if (isElsewhere(path)) {
      return machine.read(path, section);
    }
    if (!path.equals(VERSION)) {
      throw missing(path, Step.OPEN);
    }
    byte[] text = (major + "\n").getBytes(StandardCharsets.US_ASCII);
    long start = section.offset() < 0 ? text.length + section.offset() : section.offset();
    if (start < 0) {
      throw new FileAccessException(Step.SEEK, SqlState.INTERNAL_ERROR, "Invalid argument");
    }
    int from = (int) Math.min(start, text.length);
    int length = Math.min(section.length().orElse(text.length), text.length - from);
    return Arrays.copyOfRange(text, from, from + length);
  }

  @Override
  public InputStream open(String path) throws FileAccessException {
    if (ClusterLayout.EMPTY.contains(path)) {
      throw new FileAccessException(Step.USE, SqlState.WRONG_OBJECT_TYPE, "is a directory");
    }
    return isElsewhere(path)
        ? machine.open(path)
        : new ByteArrayInputStream(read(path, new Section(0, Optional.empty())));
  }

  @Override
  public OutputStream create(String path) throws FileAccessException {
    return machine.create(path);
  }

  @Override
  public List<String> names(String path) throws FileAccessException {
    if (isElsewhere(path)) {
      return machine.names(path);
    }
    if (ClusterLayout.EMPTY.contains(path)) {
      return List.of();
    }
    if (path.equals(VERSION)) {
      throw notADirectory(Step.OPEN_DIRECTORY);
    }
    throw missing(path, Step.OPEN_DIRECTORY);
  }

  @Override
  public Status status(String path) throws FileAccessException {
    if (isElsewhere(path)) {
      return machine.status(path);
    }
    if (path.equals(VERSION)) {
      throw unknown(path);
    }
    throw missing(path, Step.STAT);
  }

  /**
   * What there is to say of a path that leads to nothing known.
   *
   * @throws ReportedError where PostgreSQL has something there
   */
  private static FileAccessException missing(String path, Step step) {
    Path place = Path.of(path);
    if (place.startsWith(VERSION)) {
      return notADirectory(step);
    }
    if (path.equals(".") || place.startsWith("..") || ClusterLayout.isOfEveryCluster(place)) {
      throw unknown(path);
    }
    return new FileAccessException(step, SqlState.UNDEFINED_FILE, "No such file or directory");
  }

  private static FileAccessException notADirectory(Step step) {
    return new FileAccessException(step, SqlState.WRONG_OBJECT_TYPE, "Not a directory");
  }

  private static ReportedError unknown(String path) {
    return ErrorReport.notSimulated(
            "the file \"" + path + "\" of a server without a data directory")
        .with(ErrorField.HINT, "pgdouble serve -D DIR runs on a data directory.")
        .toException();
  }
}
