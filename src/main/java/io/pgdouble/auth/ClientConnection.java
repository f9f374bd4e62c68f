package io.pgdouble.auth;

import java.util.Optional;

/**
 * A connection that asks for a session.
 *
 * @param address of the frontend; empty for a Unix socket
 * @param tls empty where nothing is encrypted
 */
public record ClientConnection(
    String user,
    String database,
    Optional<IpAddress> address,
    Optional<SecureChannel> tls,
    AuthenticationHost host) {
  /** As the errors name it. */
  String hostName() {
    return address.map(IpAddress::toString).orElse("[local]");
  }

  /** How refusals tell whether it is encrypted. {@code auth.c: ClientAuthentication}. */
  String encryption() {
    return tls.isPresent() ? "SSL encryption" : "no encryption";
  }

  /** Whether the user is a role, and that one or a member of it. */
  boolean isMemberOf(String role) {
    return host.roles().isMember(user, role);
  }
}
