package io.pgdouble.backend;

import io.netty.util.NetUtil;
import io.pgdouble.engine.NetworkAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Optional;

/** An end of a connection, as users see it. */
final class PeerAddress {
  private PeerAddress() {}

  /** Empty for a Unix socket. */
  static Optional<NetworkAddress> of(SocketAddress address) {
    if (address instanceof InetSocketAddress inet) {
      String host = NetUtil.toAddressString(inet.getAddress());
      return Optional.of(new NetworkAddress(host, inet.getPort()));
    }
    return Optional.empty();
  }
}
