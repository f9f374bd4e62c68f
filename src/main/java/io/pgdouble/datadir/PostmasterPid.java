package io.pgdouble.datadir;

import io.pgdouble.error.ReportedError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code postmaster.pid}: who runs on a data directory, where it listens, and how it fares. {@code
 * pidfile.h} says what its lines are.
 */
public final class PostmasterPid implements AutoCloseable {
  private static final String NAME = "postmaster.pid";

  /** {@code LOCK_FILE_LINE_…}. */
  private static final int PORT = 4;

  private static final int SOCKET_DIRECTORY = 5;

  private static final int LISTEN_ADDRESS = 6;
  private static final int SHARED_MEMORY_KEY = 7;
  private static final int STATUS = 8;

  /**
   * Where the id of a shared memory segment stands: none can have this one, so that whoever looks
   * for what a dead server left finds nothing.
   */
  private static final int NO_SEGMENT = Integer.MAX_VALUE;

  private final LockFile lock;
  private final Path directory;

  private PostmasterPid(LockFile lock, Path directory) {
    this.lock = lock;
    this.directory = directory;
  }

  /** How a postmaster fares, in words of equal length. {@code pidfile.h: PM_STATUS_…}. */
  public enum Status {
    STARTING("starting"),
    STOPPING("stopping"),
    READY("ready   "),
    STANDBY("standby ");

    private final String text;

    Status(String text) {
      this.text = text;
    }
  }

  /**
   * Takes a data directory.
   *
   * @param startSeconds since 1970
   * @throws ReportedError FATAL if another postmaster has it
   */
  public static PostmasterPid claim(
      DataDirectory directory, LockFile.Owner owner, long startSeconds, int port) {
    Path path = directory.path();
    LockFile.Place place =
        new LockFile.Place(
            path.resolve(NAME),
            NAME,
            "running in data directory \"" + path + "\"",
            directory.modes());
    LockFile lock =
        LockFile.claim(
            place, owner, path.toString(), Long.toString(startSeconds), Integer.toString(port), "");
    return new PostmasterPid(lock, path);
  }

  /**
   * Says where the postmaster listens.
   *
   * @param socketDirectory the first; empty for none
   * @param listenAddress the first, as the settings spell it; empty for none
   */
  public void listens(int port, String socketDirectory, String listenAddress) {
    line(PORT, Integer.toString(port));
    line(SOCKET_DIRECTORY, socketDirectory);
    line(LISTEN_ADDRESS, listenAddress);
    line(SHARED_MEMORY_KEY, "%9d %9d".formatted(inode(), NO_SEGMENT));
  }

  private long inode() {
    try {
      return ((Number) Files.getAttribute(directory, "unix:ino")).longValue();
    } catch (IOException | UnsupportedOperationException e) {
      return 0;
    }
  }

  /** Says how it fares. */
  public void status(Status status) {
    line(STATUS, status.text);
  }

  private void line(int number, String text) {
    try {
      lock.line(number, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    lock.close();
  }
}
