package io.pgdouble.postmaster;

import io.pgdouble.datadir.LockFile;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import io.pgdouble.log.PostmasterLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The Unix sockets a server listens on, one in each directory. */
final class UnixSockets {
  private final Listeners listeners;
  private final Consumer<ErrorReport> log;
  private final List<SocketFile> files = new ArrayList<>();

  UnixSockets(Listeners listeners, Consumer<ErrorReport> log) {
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
    int listening = 0;
    for (Path directory : plan.socketDirectories()) {
      try {
        listenIn(directory, plan, server);
        listening++;
      } catch (IOException e) {
        log.accept(ErrorReport.of(Severity.LOG, SqlState.SUCCESSFUL_COMPLETION, e.getMessage()));
        log.accept(
            ErrorReport.warning(
                SqlState.WARNING,
                "could not create Unix-domain socket in directory \"" + directory + "\""));
      }
    }
    if (listening == 0 && !plan.socketDirectories().isEmpty()) {
      throw ErrorReport.fatal(SqlState.INTERNAL_ERROR, "could not create any Unix-domain sockets")
          .toException();
    }
  }

  private void listenIn(Path directory, ListenPlan plan, SocketFile.Server server)
      throws IOException {
    Path socket = server.socketIn(directory);
    if (SocketFile.isTooLong(socket)) {
      throw new IOException(
          "Unix-domain socket path \"" + socket + "\" is too long (maximum 107 bytes)");
    }
    SocketFile file = SocketFile.claim(directory, server);
    files.add(file);
    listeners.listenOn(file.path());
    file.permit(plan.settings());
    log.accept(PostmasterLines.listeningOnSocket(file.path().toString()));
  }

  /** Removes the files. */
  void close() {
    files.forEach(SocketFile::close);
  }
}
