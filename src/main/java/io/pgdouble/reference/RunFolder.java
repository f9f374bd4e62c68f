package io.pgdouble.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The folder of one server that is thrown away: {@code data}, {@code log} and the Unix socket,
 * whose path must be short. Its name says which JVM it belongs to, so that what a killed one left
 * behind is found.
 */
final class RunFolder {
  private static final String PREFIX = "pgdouble-";

  private final Path root;
  private final AtomicBoolean closed = new AtomicBoolean();

  private RunFolder(Path root) {
    this.root = root;
  }

  static RunFolder create(ServerUser user) throws IOException {
    String owner = PREFIX + ProcessHandle.current().pid() + "-" + started(ProcessHandle.current());
    Path root = Files.createTempDirectory(owner + "-");
    user.own(root);
    return new RunFolder(root);
  }

  /** Seconds of a process's start; 0 where the system does not tell. */
  private static long started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::getEpochSecond).orElse(0L);
  }

  Path root() {
    return root;
  }

  /** That of the primary this server follows. */
  RunFolder primary() {
    return new RunFolder(root.resolve("primary"));
  }

  Path data() {
    return root.resolve("data");
  }

  Path log() {
    return root.resolve("log");
  }

  void closeWithJvm(Supplier<Postmaster> postmaster) {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> close(postmaster.get()), "end of " + root));
  }

  /** Ends the server and deletes the folder, once. */
  void close(Postmaster postmaster) {
    if (closed.getAndSet(true)) {
      return;
    }
    try {
      Optional<Postmaster> primary = Postmaster.runningIn(primary().data());
      if (primary.isPresent()) {
        primary.get().end();
      }
      postmaster.end();
      delete();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A server that is just ending may still write; then deletion is tried once more. */
  void delete() throws IOException {
    try {
      Folders.delete(root);
    } catch (IOException stillWriting) {
      Folders.delete(root);
    }
  }

  /** Ends the servers of JVMs that are gone, and deletes what they left. */
  static void sweep() throws IOException {
    Path place = Path.of(System.getProperty("java.io.tmpdir"));
    List<Path> abandoned;
    try (Stream<Path> all = Files.list(place)) {
      abandoned = all.filter(RunFolder::isAbandoned).toList();
    }
    for (Path folder : abandoned) {
      Optional<Postmaster> left = Postmaster.runningIn(folder.resolve("data"));
      sweep(new RunFolder(folder), left.orElse(new Postmaster(0, 0)));
    }
  }

  private static void sweep(RunFolder folder, Postmaster left) {
    try {
      folder.close(left);
    } catch (UncheckedIOException sweptByAnother) {
      // What is not gone now is found the next time.
    }
  }

  private static boolean isAbandoned(Path folder) {
    String name = folder.getFileName().toString();
    if (!name.matches(PREFIX + "\\d+-\\d+-.*") || !Files.isReadable(folder)) {
      return false;
    }
    String[] parts = name.split("-");
    return ProcessHandle.of(Long.parseLong(parts[1]))
        .filter(process -> started(process) == Long.parseLong(parts[2]))
        .isEmpty();
  }
}
