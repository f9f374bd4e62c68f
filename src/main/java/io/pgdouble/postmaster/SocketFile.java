package io.pgdouble.postmaster;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The file of a Unix socket, {@code .s.PGSQL.<port>}, and the lock file beside it that says whose
 * it is. {@code miscinit.c: CreateLockFile}.
 */
final class SocketFile implements AutoCloseable {
  private final Path socket;
  private final Path lock;

  private SocketFile(Path socket, Path lock) {
    this.socket = socket;
    this.lock = lock;
  }

  /**
   * Takes the place of a socket in a directory, and removes what a dead server left there.
   *
   * @throws io.pgdouble.error.ReportedError F0001 if a living process holds it
   */
  static SocketFile claim(Path directory, int port, long startSeconds) {
    Path socket = directory.resolve(".s.PGSQL." + port);
    Path lock = directory.resolve(".s.PGSQL." + port + ".lock");
    refuseIfHeld(lock, socket);
    long pid = ProcessHandle.current().pid();
    String text = pid + "\n" + directory + "\n" + startSeconds + "\n" + port + "\n" + directory;
    try {
      Files.writeString(lock, text + "\n", StandardCharsets.UTF_8);
      Files.deleteIfExists(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SocketFile(socket, lock);
  }

  private static void refuseIfHeld(Path lock, Path socket) {
    Optional<Long> holder = holder(lock);
    if (holder.isPresent() && ProcessHandle.of(holder.get()).isPresent()) {
      throw ErrorReport.fatal(
              SqlState.LOCK_FILE_EXISTS, "lock file \"" + lock + "\" already exists")
          .withHint(
              "Is another postmaster (PID "
                  + holder.get()
                  + ") using socket file \""
                  + socket
                  + "\"?")
          .toException();
    }
  }

  /** The process that holds a lock file; empty if there is none or nobody can read it. */
  private static Optional<Long> holder(Path lock) {
    try {
      List<String> lines = Files.exists(lock) ? Files.readAllLines(lock) : List.of();
      return lines.isEmpty()
          ? Optional.empty()
          : Optional.of(Math.abs(Long.parseLong(lines.get(0))));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  Path path() {
    return socket;
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(socket);
      Files.deleteIfExists(lock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
