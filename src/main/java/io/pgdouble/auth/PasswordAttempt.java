package io.pgdouble.auth;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.message.Authentication;
import java.util.List;
import java.util.Optional;

/**
 * What the methods have in common that ask for a role's password: where it is kept, and how a
 * success and a failure are told. {@code auth.c: auth_failed, set_authn_id}.
 */
record PasswordAttempt(ClientConnection connection, HbaLine line) {
  private static final int OLDEST_MAJOR_THAT_NAMES_THE_FILE = 16;

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
    Identity identity = new Identity(user(), line.method().word(), line.place());
    return new AuthenticationStep.Accepted(before, Optional.of(identity));
  }

  /**
   * The password was not the right one, or there is none: a frontend is told the same.
   *
   * @param why what the log is told
   */
  AuthenticationStep.Refused failed(Optional<String> why) {
    String matched = "Connection matched " + place() + ": \"" + line.raw() + "\"";
    return new AuthenticationStep.Refused(
        ErrorReport.fatal(
            SqlState.INVALID_PASSWORD,
            "password authentication failed for user \"" + user() + "\""),
        Optional.of(why.map(text -> text + "\n" + matched).orElse(matched)));
  }

  private String place() {
    String file =
        host().major() >= OLDEST_MAJOR_THAT_NAMES_THE_FILE
            ? "file \"" + line.place().file() + "\""
            : "pg_hba.conf";
    return file + " line " + line.place().line();
  }

  Optional<String> mismatch() {
    return Optional.of("Password does not match for user \"" + user() + "\".");
  }
}
