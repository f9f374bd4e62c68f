package io.pgdouble.postmaster;

import io.netty.util.NetUtil;
import io.pgdouble.error.ReportedError;
import io.pgdouble.log.PostmasterLines;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/** The TCP sockets a server listens on. {@code pqcomm.c: StreamServerPort}. */
final class TcpSockets {
  /** {@code EAI_NONAME}: what Java does not repeat of a name it asked for a moment ago. */
  private static final String UNKNOWN = "Name or service not known";

  private final Listeners listeners;
  private final PostmasterLog log;
  private int port;
  private Optional<String> first = Optional.empty();

  TcpSockets(Listeners listeners, PostmasterLog log) {
    this.listeners = listeners;
    this.log = log;
  }

  /**
   * One name is enough, and of a name one address: a machine may have a name for IPv6 and no IPv6.
   *
   * @param names or addresses, {@code *} among them
   * @param wanted 0 lets the system choose, once for all addresses
   * @throws ReportedError FATAL if there are names and not one could be had
   */
  void listen(List<String> names, int wanted) {
    port = wanted;
    for (String name : names) {
      if (listensOn(name)) {
        first = first.or(() -> Optional.of(name));
      } else {
        log.complain(PostmasterLines.noSocketFor(name));
      }
    }
    if (first.isEmpty() && !names.isEmpty()) {
      throw PostmasterLines.noTcpSockets().toException();
    }
  }

  private boolean listensOn(String name) {
    boolean any = false;
    for (InetAddress address : addresses(name)) {
      any |= listensOn(address);
    }
    return any;
  }

  private List<InetAddress> addresses(String name) {
    try {
      if (name.startsWith("[")) {
        throw new UnknownHostException(); // Only Java knows addresses in brackets.
      }
      return name.equals("*") ? listeners.everywhere() : List.of(InetAddress.getAllByName(name));
    } catch (UnknownHostException e) {
      String text = String.valueOf(e.getMessage());
      String reason = text.startsWith(name + ": ") ? text.substring(name.length() + 2) : UNKNOWN;
      log.complain(PostmasterLines.cannotTranslate(name, port, reason));
      return List.of();
    }
  }

  private boolean listensOn(InetAddress address) {
    try {
      InetSocketAddress bound = listeners.listenOn(new InetSocketAddress(address, port));
      port = bound.getPort();
      String host = NetUtil.toAddressString(bound.getAddress());
      log.report(PostmasterLines.listening(Listeners.family(bound), host, port));
      return true;
    } catch (ReportedError e) {
      log.complain(e.report());
      return false;
    }
  }

  /** The port of all of them. */
  int port() {
    return port;
  }

  /** The first name that could be had. */
  Optional<String> first() {
    return first;
  }
}
