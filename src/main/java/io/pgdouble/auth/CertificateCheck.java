package io.pgdouble.auth;

import io.pgdouble.auth.SecureChannel.ShownCertificate;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import io.pgdouble.message.PasswordMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Has whoever another method has accepted be the one on his certificate, too. Manual: {@code
 * auth-cert}; {@code auth.c: CheckCertAuth}.
 */
final class CertificateCheck implements Authenticator {
  private final Attempt attempt;
  private final Authenticator before;

  CertificateCheck(Attempt attempt, Authenticator before) {
    this.attempt = attempt;
    this.before = before;
  }

  /** Whether a record has the certificate's name compared. */
  static boolean isDue(HbaLine line) {
    return line.method() == AuthMethod.CERT
        || line.options().getOrDefault("clientcert", "").equals("verify-full");
  }

  /**
   * Why a record that wants a certificate refuses at once.
   *
   * @return FATAL
   */
  static Optional<ErrorReport> obstacle(HbaLine line, ClientConnection connection) {
    if (!line.options().containsKey("clientcert")) {
      return Optional.empty();
    }
    if (!connection.host().verifiesCertificates()) {
      return Optional.of(
          ErrorReport.fatal(
              SqlState.CONFIG_FILE_ERROR,
              "client certificates can only be checked if a root certificate store is available"));
    }
    return connection.tls().flatMap(SecureChannel::certificate).isPresent()
        ? Optional.empty()
        : Optional.of(
            ErrorReport.fatal(
                SqlState.INVALID_AUTHORIZATION_SPECIFICATION,
                "connection requires a valid client certificate"));
  }

  @Override
  public AuthenticationStep begin() {
    return checked(before.begin());
  }

  @Override
  public AuthenticationStep receive(PasswordMessage answer) {
    return checked(before.receive(answer));
  }

  @Override
  public Optional<AuthenticationStep.Refused> broken() {
    return before.broken();
  }

  private AuthenticationStep checked(AuthenticationStep step) {
    return step instanceof AuthenticationStep.Accepted accepted ? checked(accepted) : step;
  }

  private AuthenticationStep checked(AuthenticationStep.Accepted accepted) {
    ShownCertificate shown =
        attempt.connection().tls().flatMap(SecureChannel::certificate).orElseThrow();
    boolean byName = attempt.line().options().getOrDefault("clientname", "CN").equals("DN");
    String known = byName ? shown.distinguishedName() : shown.commonName().orElse("");
    List<ErrorReport> reasons = new ArrayList<>();
    if (known.isEmpty()) {
      reasons.add(
          log(
              "certificate authentication failed for user \"%s\": client certificate contains no"
                  + " user name"));
      return attempt.failed(accepted, reasons);
    }
    AuthenticationStep.Accepted proven = proven(accepted, shown);
    Optional<ErrorReport> objection = attempt.objection(known);
    if (objection.isEmpty()) {
      return proven;
    }
    reasons.add(objection.get());
    if (attempt.line().method() != AuthMethod.CERT) {
      reasons.add(
          log(
              "certificate validation (clientcert=verify-full) failed for user \"%s\": "
                  + (byName ? "DN" : "CN")
                  + " mismatch"));
    }
    return attempt.failed(proven, reasons);
  }

  /** Who proves himself by nothing else is the whole name on the certificate. */
  private AuthenticationStep.Accepted proven(
      AuthenticationStep.Accepted accepted, ShownCertificate shown) {
    return attempt.line().method() == AuthMethod.CERT
        ? attempt.accepted(shown.distinguishedName(), accepted.before())
        : accepted;
  }

  private ErrorReport log(String text) {
    return ErrorReport.of(
        Severity.LOG, SqlState.SUCCESSFUL_COMPLETION, text.formatted(attempt.connection().user()));
  }
}
