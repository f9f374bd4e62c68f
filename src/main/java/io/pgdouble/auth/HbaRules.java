package io.pgdouble.auth;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import io.pgdouble.password.Md5Secret;
import java.util.List;
import java.util.Optional;

/**
 * Who may connect from where, and how it is to be proved: the records of {@code pg_hba.conf}, of
 * which the first that fits counts. Immutable. {@code hba.c: check_hba}, {@code auth.c:
 * ClientAuthentication}.
 */
public final class HbaRules {
  private final List<HbaLine> lines;
  private final boolean everybody;

  HbaRules(List<HbaLine> lines) {
    this.lines = List.copyOf(lines);
    this.everybody = false;
  }

  private HbaRules() {
    this.lines = List.of();
    this.everybody = true;
  }

  /** A server that believes everybody, wherever from. */
  public static HbaRules trustingEverybody() {
    return new HbaRules();
  }

  /** How a frontend is to be authenticated. */
  public Authenticator authenticator(ClientConnection connection, Network network) {
    if (everybody) {
      return new TrustAuthenticator();
    }
    Optional<HbaLine> line =
        lines.stream().filter(candidate -> fits(candidate, connection, network)).findFirst();
    if (line.isEmpty()) {
      return refusal("no pg_hba.conf entry for", connection);
    }
    return CertificateCheck.obstacle(line.get(), connection)
        .<Authenticator>map(RefusingAuthenticator::new)
        .orElseGet(() -> authenticator(line.get(), connection));
  }

  private static Authenticator authenticator(HbaLine line, ClientConnection connection) {
    Authenticator method = byMethod(line, connection);
    return CertificateCheck.isDue(line)
        ? new CertificateCheck(new Attempt(connection, line), method)
        : method;
  }

  private static Authenticator byMethod(HbaLine line, ClientConnection connection) {
    return switch (line.method()) {
      case TRUST, CERT -> new TrustAuthenticator();
      case REJECT -> refusal("pg_hba.conf rejects connection for", connection);
      case PASSWORD -> new CleartextAuthenticator(new PasswordAttempt(connection, line));
      case MD5, SCRAM_SHA_256 -> challenge(new PasswordAttempt(connection, line));
      case PEER -> new PeerAuthenticator(new Attempt(connection, line));
      case IDENT, GSS, SSPI, PAM, BSD, LDAP, RADIUS ->
          new RefusingAuthenticator(
              ErrorReport.notSimulated("the authentication method \"" + line.method().word() + "\"")
                  .withSeverity(Severity.FATAL)
                  .withHint("Let pg_hba.conf trust this user, or relay to a real server."));
    };
  }

  /**
   * Whose secret is an MD5 hash, or would be if there were one, is asked for that where {@code md5}
   * allows it. {@code auth.c: CheckPWChallengeAuth}.
   */
  private static Authenticator challenge(PasswordAttempt attempt) {
    PasswordAttempt.Kept kept = attempt.kept();
    boolean md5 = kept.secret().map(Md5Secret::is).orElseGet(() -> attempt.host().encryptsByMd5());
    return attempt.line().method() == AuthMethod.MD5 && md5
        ? new Md5Authenticator(attempt, kept)
        : new SaslAuthenticator(attempt, kept);
  }

  private static Authenticator refusal(String why, ClientConnection connection) {
    return new RefusingAuthenticator(
        ErrorReport.fatal(
            SqlState.INVALID_AUTHORIZATION_SPECIFICATION,
            "%s host \"%s\", user \"%s\", database \"%s\", %s"
                .formatted(
                    why,
                    connection.hostName(),
                    connection.user(),
                    connection.database(),
                    connection.encryption())));
  }

  private static boolean fits(HbaLine line, ClientConnection connection, Network network) {
    return line.allows(connection)
        && connection.address().map(a -> line.address().contains(a, network)).orElse(true)
        && fitsDatabase(line.databases(), connection)
        && fitsRole(line.roles(), connection);
  }

  /** {@code hba.c: check_db}. */
  private static boolean fitsDatabase(List<AuthToken> tokens, ClientConnection connection) {
    return tokens.stream().anyMatch(token -> fitsDatabase(token, connection));
  }

  private static boolean fitsDatabase(AuthToken token, ClientConnection connection) {
    boolean namesake = connection.database().equals(connection.user());
    if (token.isKeyword("samegroup") || token.isKeyword("samerole")) {
      return connection.isMemberOf(connection.database());
    }
    if (token.isKeyword("sameuser")) {
      return namesake;
    }
    return token.isKeyword("all")
        || !token.isKeyword("replication") && token.matches(connection.database());
  }

  /** {@code hba.c: check_role}. */
  private static boolean fitsRole(List<AuthToken> tokens, ClientConnection connection) {
    return tokens.stream().anyMatch(token -> fitsRole(token, connection));
  }

  private static boolean fitsRole(AuthToken token, ClientConnection connection) {
    if (token.isMemberCheck()) {
      return connection.isMemberOf(token.string().substring(1));
    }
    return token.isKeyword("all") || token.matches(connection.user());
  }
}
