package io.pgdouble.datadir;

import io.pgdouble.engine.function.FileAccessException;
import io.pgdouble.engine.function.FileAccessException.Step;
import io.pgdouble.engine.function.ServerFileSystem;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The files of a server's machine, as far as they are shown to it. */
public final class MachineFiles implements ServerFileSystem {
  /** {@code memutils.h: MaxAllocSize}, which has to hold a terminator and the length, too. */
  private static final int LONGEST = 0x3fffffff - 5;

  /** Beyond it file systems differ in what they let one seek to. */
  private static final long FARTHEST = 1L << 40;

  private static final int BUFFER = 1 << 16;
  private static final long SECONDS_BEFORE_2000 = 946_684_800;
  private static final long MICROS = 1_000_000;

  private final VisiblePlaces places;

  /**
   * The files below some places.
   *
   * @param dataDirectory absolute; it stands at its own path
   * @param root what stands for {@code /}; empty where nothing else is shown
   */
  public MachineFiles(Optional<Path> dataDirectory, Optional<Path> root) {
    this.places = new VisiblePlaces(dataDirectory, root);
  }

  @Override
  public Optional<String> dataDirectory() {
    return places.dataDirectory().map(Path::toString);
  }

  @Override
  public byte[] read(String path, Section section) throws FileAccessException {
    Path file = places.find(path, Step.OPEN);
    Map<String, Object> attributes = attributes(file, Step.OPEN);
    if (Boolean.TRUE.equals(attributes.get("isDirectory"))) {
      return ofDirectory(section);
    }
    if (!Boolean.TRUE.equals(attributes.get("isRegularFile"))) {
      throw ErrorReport.notSimulated("reading of what is neither a file nor a directory")
          .toException();
    }
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      return read(channel, section);
    } catch (IOException e) {
      throw failure(Step.OPEN, e);
    }
  }

  @Override
  public InputStream open(String path) throws FileAccessException {
    Path file = places.find(path, Step.OPEN);
    requireFile(file, Step.OPEN);
    try {
      return Files.newInputStream(file);
    } catch (IOException e) {
      throw failure(Step.OPEN, e);
    }
  }

  private static void requireFile(Path file, Step step) throws FileAccessException {
    Map<String, Object> attributes = attributes(file, step);
    if (Boolean.TRUE.equals(attributes.get("isDirectory"))) {
      throw step == Step.OPEN
          ? new FileAccessException(Step.USE, SqlState.WRONG_OBJECT_TYPE, "is a directory")
          : new FileAccessException(step, SqlState.WRONG_OBJECT_TYPE, "Is a directory");
    }
    if (!Boolean.TRUE.equals(attributes.get("isRegularFile"))) {
      throw ErrorReport.notSimulated("copying of what is neither a file nor a directory")
          .toException();
    }
  }

  /** Nobody but the owner may write it, whatever the {@code umask}. */
  @Override
  public OutputStream create(String path) throws FileAccessException {
    Path file = places.findToWrite(path);
    boolean isNew = Files.notExists(file);
    if (!isNew) {
      requireFile(file, Step.CREATE);
    }
    try {
      OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
      if (isNew) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
      }
      return out;
    } catch (IOException e) {
      throw failure(Step.CREATE, e);
    }
  }

  /** A directory can be opened as a file, but not be read. */
  private static byte[] ofDirectory(Section section) throws FileAccessException {
    if (section.offset() < 0 || section.offset() > FARTHEST) {
      throw ErrorReport.notSimulated("places within a directory").toException();
    }
    if (section.length().filter(length -> length == 0).isPresent()) {
      return new byte[0];
    }
    throw new FileAccessException(Step.READ, SqlState.WRONG_OBJECT_TYPE, "Is a directory");
  }

  private static byte[] read(SeekableByteChannel channel, Section section)
      throws IOException, FileAccessException {
    long start = section.offset() < 0 ? channel.size() + section.offset() : section.offset();
    if (start < 0) {
      throw new FileAccessException(Step.SEEK, SqlState.INTERNAL_ERROR, "Invalid argument");
    }
    if (start > FARTHEST) {
      throw ErrorReport.notSimulated("places that far within a file").toException();
    }
    channel.position(start);
    return bytes(channel, section.length());
  }

  private static byte[] bytes(SeekableByteChannel channel, Optional<Integer> length)
      throws FileAccessException {
    int most = length.orElse(LONGEST + 1);
    ByteArrayOutputStream found = new ByteArrayOutputStream();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    while (found.size() < most && isFilled(buffer, channel, most - found.size())) {
      found.write(buffer.array(), 0, buffer.position());
    }
    if (length.isEmpty() && found.size() > LONGEST) {
      throw new ReportedError(SqlState.PROGRAM_LIMIT_EXCEEDED, "file length too large");
    }
    return found.toByteArray();
  }

  private static boolean isFilled(ByteBuffer buffer, SeekableByteChannel channel, int most)
      throws FileAccessException {
    buffer.clear().limit(Math.min(BUFFER, most));
    try {
      return channel.read(buffer) >= 0;
    } catch (IOException e) {
      throw failure(Step.READ, e);
    }
  }

  @Override
  public List<String> names(String path) throws FileAccessException {
    Path directory = places.find(path, Step.OPEN_DIRECTORY);
    places.requireWhole(directory);
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> inside = Files.newDirectoryStream(directory)) {
      for (Path file : inside) {
        names.add(places.legible(file.getFileName().toString()));
      }
    } catch (IOException e) {
      throw failure(Step.OPEN_DIRECTORY, e);
    }
    return names;
  }

  @Override
  public Status status(String path) throws FileAccessException {
    Map<String, Object> attributes = attributes(places.find(path, Step.STAT), Step.STAT);
    Kind kind =
        Boolean.TRUE.equals(attributes.get("isDirectory"))
            ? Kind.DIRECTORY
            : Boolean.TRUE.equals(attributes.get("isRegularFile")) ? Kind.REGULAR : Kind.OTHER;
    return new Status(
        (Long) attributes.get("size"),
        time(attributes.get("lastAccessTime")),
        time(attributes.get("lastModifiedTime")),
        time(attributes.get("ctime")),
        kind);
  }

  private static Map<String, Object> attributes(Path file, Step step) throws FileAccessException {
    try {
      return Files.readAttributes(
          file, "unix:size,lastAccessTime,lastModifiedTime,ctime,isDirectory,isRegularFile");
    } catch (IOException e) {
      throw failure(step, e);
    }
  }

  private static long time(Object time) {
    return (((FileTime) time).to(TimeUnit.SECONDS) - SECONDS_BEFORE_2000) * MICROS;
  }

  static FileAccessException failure(Step step, IOException e) {
    return new FileAccessException(step, SystemError.state(e), SystemError.reason(e));
  }
}
