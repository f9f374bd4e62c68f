package io.pgdouble.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A postmaster on this machine, known by its lock file.
 *
 * @param pid of the process
 * @param port it listens on
 */
record Postmaster(long pid, int port) {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long END_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final int NAP_MILLIS = 5;

  /** Lines of the lock file: {@code miscadmin.h: LOCK_FILE_LINE_…}, from 0. */
  private static final int PORT_LINE = 3;

  private static final int STATUS_LINE = 7;

  /** Starts a server and waits until it accepts connections. */
  static Postmaster start(List<String> command, RunFolder folder) throws IOException {
    return start(command, folder, "ready");
  }

  /**
   * Starts a server and waits until its lock file tells of a state.
   *
   * @param status a pattern: {@code ready}, {@code starting}, {@code standby}
   */
  static Postmaster start(List<String> command, RunFolder folder, String status)
      throws IOException {
    ProcessBuilder builder = Commands.inServersEnvironment(command, folder.root());
    Process process =
        builder.redirectOutput(ProcessBuilder.Redirect.to(folder.log().toFile())).start();
    process.getOutputStream().close();
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < deadline) {
      Optional<Postmaster> ready = inState(folder.data(), status);
      if (ready.isPresent()) {
        return ready.get();
      }
      if (!process.isAlive()) {
        throw new IOException("the server ended at once:\n" + Files.readString(folder.log()));
      }
      nap();
    }
    process.destroyForcibly();
    throw new IOException("the server does not get ready:\n" + Files.readString(folder.log()));
  }

  /** Whether the server in a data directory was told to stop, or is gone. */
  static boolean isEnding(Path data) throws IOException {
    return lockFile(data).isEmpty() || inState(data, "stopping").isPresent();
  }

  static void nap() throws IOException {
    try {
      Thread.sleep(NAP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static Optional<Postmaster> inState(Path data, String status) throws IOException {
    return lockFile(data)
        .filter(lines -> lines.size() > STATUS_LINE)
        .filter(lines -> lines.get(STATUS_LINE).strip().matches(status))
        .map(Postmaster::of);
  }

  private static Postmaster of(List<String> lines) {
    return new Postmaster(Long.parseLong(lines.get(0)), Integer.parseInt(lines.get(PORT_LINE)));
  }

  private static Optional<List<String>> lockFile(Path data) throws IOException {
    Path file = data.resolve("postmaster.pid");
    try {
      return Files.exists(file) ? Optional.of(Files.readAllLines(file)) : Optional.empty();
    } catch (java.nio.file.NoSuchFileException justDeleted) {
      return Optional.empty();
    }
  }

  /** The server that says it runs in a data directory, if that process is one. */
  static Optional<Postmaster> runningIn(Path data) throws IOException {
    return lockFile(data)
        .filter(lines -> lines.size() > PORT_LINE)
        .map(Postmaster::of)
        .filter(postmaster -> postmaster.runsIn(data));
  }

  private boolean runsIn(Path data) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().commandLine())
        .filter(command -> command.contains(data.toString()))
        .isPresent();
  }

  /** Waits until it has ended by itself or by somebody's signal. */
  void awaitEnd() throws IOException {
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (process.filter(ProcessHandle::isAlive).isPresent()) {
      if (System.nanoTime() > deadline) {
        throw new IOException("the postmaster " + pid + " does not end");
      }
      nap();
    }
  }

  /** Ends it at once, even if it is stopped: SIGCONT, SIGQUIT, and SIGKILL if that is of no use. */
  void end() throws IOException {
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    if (process.isEmpty()) {
      return;
    }
    new ProcessBuilder("kill", "-QUIT", Long.toString(pid)).start();
    new ProcessBuilder("kill", "-CONT", Long.toString(pid)).start();
    long deadline = System.nanoTime() + END_PATIENCE_NANOS;
    while (process.get().isAlive() && System.nanoTime() < deadline) {
      nap();
    }
    process.get().destroyForcibly();
  }
}
