package io.pgdouble.auth;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A connection that asks for a session.
 *
 * @param address of the frontend; empty for a Unix socket
 * @param isRole whether there is a role of the user's name; asked where membership matters
 */
public record ClientConnection(
    String user, String database, Optional<IpAddress> address, BooleanSupplier isRole) {
  /** As the errors name it. */
  String host() {
    return address.map(IpAddress::toString).orElse("[local]");
  }
}
