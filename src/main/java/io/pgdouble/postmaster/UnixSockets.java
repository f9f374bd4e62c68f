package io.pgdouble.postmaster;

import io.netty.channel.Channel;
import io.pgdouble.datadir.LockFile;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import io.pgdouble.log.PostmasterLines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The Unix sockets a server listens on, one in each directory. */
final class UnixSockets {
  private final Listeners listeners;
  private final PostmasterLog log;
  private final List<SocketFile> files = new ArrayList<>();
  private Optional<String> first = Optional.empty();

  UnixSockets(Listeners listeners, PostmasterLog log) {
    this.listeners = listeners;
    this.log = log;
  }

  /**
   * One directory is enough, but a lock must be had. {@code postmaster.c: PostmasterMain}.
   *
   * @throws io.pgdouble.error.ReportedError FATAL if no socket could be made, or one has an owner
   */
  void listen(ListenPlan plan, LockFile.Owner owner, int port) {
    long startSeconds = System.currentTimeMillis() / 1000;
    String directory = plan.settings().text("data_directory");
    listen(plan, new SocketFile.Server(owner, directory, port, startSeconds));
  }

  private void listen(ListenPlan plan, SocketFile.Server server) {
    List<Path> directories = plan.socketDirectories();
    for (Path directory : directories) {
      try {
        listenIn(directory, plan, server);
        first = first.or(() -> Optional.of(directory.toString()));
      } catch (ReportedError e) {
        passOver(directory, e);
      }
    }
    if (first.isEmpty() && !directories.isEmpty()) {
      throw PostmasterLines.noUnixSockets().toException();
    }
  }

  /** Unless the directory's lock belongs to another. */
  private void passOver(Path directory, ReportedError failure) {
    if (failure.report().severity() != Severity.LOG) {
      throw failure;
    }
    log.complain(failure.report());
    log.complain(PostmasterLines.noSocketIn(directory.toString()));
  }

  private void listenIn(Path directory, ListenPlan plan, SocketFile.Server server) {
    Path socket = server.socketIn(directory);
    if (SocketFile.isTooLong(socket)) {
      throw PostmasterLines.tooLong(socket.toString()).toException();
    }
    SocketFile file = SocketFile.claim(directory, server);
    files.add(file);
    Channel listener = listeners.listenOn(file.path());
    try {
      file.permit(plan.settings());
    } catch (ReportedError e) {
      listener.close().awaitUninterruptibly();
      throw e;
    }
    log.report(PostmasterLines.listeningOnSocket(file.path().toString()));
  }

  /** The directory of the first. */
  Optional<String> first() {
    return first;
  }

  /** Leaves the files where they are. */
  void abandon() {
    files.forEach(SocketFile::abandon);
  }

  /** Removes the files. */
  void close() {
    files.forEach(SocketFile::close);
  }
}
