package io.pgdouble.backend;

import io.netty.channel.Channel;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.unix.PeerCredentials;
import io.pgdouble.auth.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Who is at the other end of a Unix socket, where the system tells: {@code SO_PEERCRED}. */
final class PeerOfSocket {
  private PeerOfSocket() {}

  /** {@code auth.c: auth_peer}. */
  static Peer of(Channel channel) {
    if (!(channel instanceof EpollDomainSocketChannel socket)) {
      return new Peer.Unknown("peer authentication is not supported on this platform");
    }
    try {
      return user(socket.peerCredentials());
    } catch (IOException e) {
      return new Peer.Unknown("could not get peer credentials: " + e.getMessage());
    }
  }

  /** Java finds the name of a user by what he owns only, such as his processes. */
  private static Peer user(PeerCredentials credentials) {
    Path process = Path.of("/proc", Integer.toString(credentials.pid()));
    int uid = credentials.uid();
    try {
      String name = Files.getOwner(process).getName();
      boolean known =
          Files.getAttribute(process, "unix:uid").equals(uid)
              && !name.equals(Integer.toString(uid));
      return known ? new Peer.User(name) : unknown(uid);
    } catch (IOException e) {
      return unknown(uid);
    }
  }

  private static Peer unknown(int uid) {
    return new Peer.Unknown("could not look up local user ID " + uid + ": user does not exist");
  }
}
