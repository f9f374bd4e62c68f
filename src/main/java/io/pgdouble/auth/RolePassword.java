package io.pgdouble.auth;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What {@code pg_authid} says of a role's password. {@code crypt.c: get_role_password}.
 *
 * @param secret empty where it has none
 * @param validUntil microseconds since 2000-01-01 00:00 UTC; empty where it is always
 */
public record RolePassword(Optional<String> secret, OptionalLong validUntil) {

  /**
   * Why there is nothing to compare with, as the log is told; empty where there is.
   *
   * @param now microseconds since 2000-01-01 00:00 UTC
   */
  Optional<String> obstacle(String role, long now) {
    if (secret.isEmpty()) {
      return Optional.of("User \"" + role + "\" has no password assigned.");
    }
    boolean expired = validUntil.isPresent() && validUntil.getAsLong() < now;
    return expired
        ? Optional.of("User \"" + role + "\" has an expired password.")
        : Optional.empty();
  }
}
