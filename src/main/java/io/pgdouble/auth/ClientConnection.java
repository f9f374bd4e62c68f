package io.pgdouble.auth;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * A connection that asks for a session.
 *
 * @param address of the frontend; empty for a Unix socket
 * @param isMember whether the user is a role, and a member of the role of that name or that role
 *     itself; being a superuser does not count
 */
public record ClientConnection(
    String user, String database, Optional<IpAddress> address, Predicate<String> isMember) {
  /** As the errors name it. */
  String host() {
    return address.map(IpAddress::toString).orElse("[local]");
  }
}
