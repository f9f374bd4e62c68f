package io.pgdouble.auth;

import java.util.Optional;

/**
 * A connection that asks for a session.
 *
 * @param address of the frontend; empty for a Unix socket
 */
public record ClientConnection(
    String user, String database, Optional<IpAddress> address, AuthenticationHost host) {
  /** As the errors name it. */
  String hostName() {
    return address.map(IpAddress::toString).orElse("[local]");
  }

  /** Whether the user is a role, and that one or a member of it. */
  boolean isMemberOf(String role) {
    return host.roles().isMember(user, role);
  }
}
