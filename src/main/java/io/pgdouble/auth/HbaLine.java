package io.pgdouble.auth;

import io.pgdouble.settings.FilePlace;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One record of {@code pg_hba.conf}: {@code hba.h: HbaLine}.
 *
 * @param raw the line as it stands
 * @param options by name, in the order in which they stand
 */
record HbaLine(
    FilePlace place,
    String raw,
    ConnectionType type,
    List<AuthToken> databases,
    List<AuthToken> roles,
    HbaAddress address,
    AuthMethod method,
    Map<String, String> options) {

  /** By which connections a record may be used. {@code hba.h: ConnType}. */
  enum ConnectionType {
    LOCAL,
    HOST,
    HOSTSSL,
    HOSTNOSSL,
    HOSTGSSENC,
    HOSTNOGSSENC;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether it is for connections of this kind of transport and encryption. */
  boolean allows(ClientConnection connection) {
    return switch (type) {
      case LOCAL -> connection.address().isEmpty();
      case HOST, HOSTNOGSSENC -> connection.address().isPresent();
      case HOSTSSL -> connection.address().isPresent() && connection.tls().isPresent();
      case HOSTNOSSL -> connection.address().isPresent() && connection.tls().isEmpty();
      case HOSTGSSENC -> false;
    };
  }
}
