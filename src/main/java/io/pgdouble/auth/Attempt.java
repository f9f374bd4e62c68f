package io.pgdouble.auth;

import io.pgdouble.auth.AuthenticationStep.Accepted;
import io.pgdouble.auth.AuthenticationStep.Refused;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.message.Authentication;
import java.util.List;
import java.util.Optional;

/**
 * A connection, and the record that says how it is to be proven: how a success and a failure are
 * told. {@code auth.c: auth_failed, set_authn_id}.
 */
record Attempt(ClientConnection connection, HbaLine line) {
  private static final int OLDEST_MAJOR_THAT_NAMES_THE_FILE = 16;

  /** Somebody has proven to be that. */
  Accepted accepted(String name, List<Authentication> before) {
    Identity identity = new Identity(name, line.method().word(), line.place());
    return new Accepted(before, Optional.of(identity));
  }

  /**
   * Why who is known by a name may not be the role he asks for.
   *
   * @return LOG; empty if he may
   */
  Optional<ErrorReport> objection(String known) {
    String map = line.options().getOrDefault("map", "");
    return connection.host().maps().objection(map, known, connection);
  }

  /** Nobody has proven anything. */
  Refused failed(Optional<String> why) {
    return failed(why, Optional.empty(), List.of());
  }

  /** Somebody has proven to be another than he asks for. */
  Refused failed(Accepted proven, List<ErrorReport> reasons) {
    return failed(Optional.empty(), Optional.of(proven), reasons);
  }

  /** Nobody has proven anything, for these reasons. */
  Refused failed(List<ErrorReport> reasons) {
    return failed(Optional.empty(), Optional.empty(), reasons);
  }

  private Refused failed(
      Optional<String> why, Optional<Accepted> proven, List<ErrorReport> reasons) {
    String matched = "Connection matched " + place() + ": \"" + line.raw() + "\"";
    return new Refused(
        ErrorReport.fatal(state(), failure().formatted(connection.user())),
        Optional.of(why.map(text -> text + "\n" + matched).orElse(matched)),
        proven,
        reasons);
  }

  private SqlState state() {
    return switch (line.method()) {
      case PASSWORD, MD5, SCRAM_SHA_256 -> SqlState.INVALID_PASSWORD;
      case REJECT, TRUST, IDENT, GSS, SSPI, PAM, BSD, LDAP, CERT, RADIUS, PEER ->
          SqlState.INVALID_AUTHORIZATION_SPECIFICATION;
    };
  }

  private String failure() {
    return switch (line.method()) {
      case REJECT -> "authentication failed for user \"%s\": host rejected";
      case TRUST -> "\"trust\" authentication failed for user \"%s\"";
      case IDENT -> "Ident authentication failed for user \"%s\"";
      case PEER -> "Peer authentication failed for user \"%s\"";
      case PASSWORD, MD5, SCRAM_SHA_256 -> "password authentication failed for user \"%s\"";
      case GSS -> "GSSAPI authentication failed for user \"%s\"";
      case SSPI -> "SSPI authentication failed for user \"%s\"";
      case PAM -> "PAM authentication failed for user \"%s\"";
      case BSD -> "BSD authentication failed for user \"%s\"";
      case LDAP -> "LDAP authentication failed for user \"%s\"";
      case CERT -> "certificate authentication failed for user \"%s\"";
      case RADIUS -> "RADIUS authentication failed for user \"%s\"";
    };
  }

  private String place() {
    String file =
        connection.host().major() >= OLDEST_MAJOR_THAT_NAMES_THE_FILE
            ? "file \"" + line.place().file() + "\""
            : "pg_hba.conf";
    return file + " line " + line.place().line();
  }
}
