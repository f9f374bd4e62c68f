package io.pgdouble.postmaster;

import io.pgdouble.datadir.LockFile;
import io.pgdouble.datadir.ServerHome;
import io.pgdouble.log.PostmasterLines;

/** All sockets of a server. {@code postmaster.c: PostmasterMain}. */
final class ServerSockets {
  private final TcpSockets tcp;
  private final UnixSockets unix;

  ServerSockets(Listeners listeners, PostmasterLog log) {
    tcp = new TcpSockets(listeners, log);
    unix = new UnixSockets(listeners, log);
  }

  /**
   * Where a server listens.
   *
   * @param address the first name or address that could be had; empty for none
   * @param directory the first of a Unix socket that could be made; empty for none
   */
  record Listening(int port, String address, String directory) {}

  /**
   * Listens wherever the plan says and it can be had: something is enough.
   *
   * @throws io.pgdouble.error.ReportedError FATAL if nothing could be had of what was asked for, or
   *     a Unix socket belongs to a living process
   */
  Listening listen(ListenPlan plan, LockFile.Owner owner) {
    tcp.listen(plan.listenAddresses(), plan.port());
    unix.listen(plan, owner, tcp.port());
    if (tcp.first().isEmpty() && unix.first().isEmpty()) {
      throw PostmasterLines.noSockets().toException();
    }
    return new Listening(tcp.port(), tcp.first().orElse(""), unix.first().orElse(""));
  }

  /** Removes the files of the Unix sockets, unless nobody is there any more who could. */
  void close(ServerHome.Ending ending) {
    switch (ending) {
      case SHUT_DOWN, SHUT_DOWN_IN_RECOVERY, ABANDONED -> unix.close();
      case KILLED -> unix.abandon();
    }
  }
}
