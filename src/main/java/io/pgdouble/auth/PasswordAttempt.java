package io.pgdouble.auth;

import io.pgdouble.message.Authentication;
import java.util.List;
import java.util.Optional;

/**
 * What the methods have in common that ask for a role's password: where it is kept, and how a
 * success and a failure are told. {@code auth.c: auth_failed, set_authn_id}.
 */
record PasswordAttempt(ClientConnection connection, HbaLine line) {
  String user() {
    return connection.user();
  }

  AuthenticationHost host() {
    return connection.host();
  }

  /** The secret to compare with, or why there is none. */
  Kept kept() {
    Optional<RolePassword> password = host().roles().passwordOf(user());
    if (password.isEmpty()) {
      return new Kept(Optional.empty(), Optional.of("Role \"" + user() + "\" does not exist."));
    }
    Optional<String> obstacle = password.get().obstacle(user(), host().now());
    return new Kept(obstacle.isPresent() ? Optional.empty() : password.get().secret(), obstacle);
  }

  /** A secret, or what the log is told for want of one. */
  record Kept(Optional<String> secret, Optional<String> obstacle) {}

  /** The password was the right one. */
  AuthenticationStep accepted(List<Authentication> before) {
    return attempt().accepted(user(), before);
  }

  /**
   * The password was not the right one, or there is none: a frontend is told the same.
   *
   * @param why what the log is told
   */
  AuthenticationStep.Refused failed(Optional<String> why) {
    return attempt().failed(why);
  }

  private Attempt attempt() {
    return new Attempt(connection, line);
  }

  Optional<String> mismatch() {
    return Optional.of("Password does not match for user \"" + user() + "\".");
  }
}
