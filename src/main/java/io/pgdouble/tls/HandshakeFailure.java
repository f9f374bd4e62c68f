package io.pgdouble.tls;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import io.pgdouble.settings.ServerSettings;
import io.pgdouble.wire.BadHelloException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;

/** What the log is told of a handshake that failed. {@code be_tls_open_server}. */
final class HandshakeFailure {
  private static final int FIRST_THAT_TELLS_WHOSE = 16;

  /** The longest name the log shows. {@code prepare_cert_name}. */
  private static final int GREATEST_NAME = 71;

  /** Those after which the frontend may know no version that is allowed. */
  private static final Set<String> OF_VERSIONS =
      Set.of(
          "no protocols available",
          "unsupported protocol",
          "bad protocol version number",
          "unknown protocol",
          "unknown ssl version",
          "unsupported ssl version",
          "wrong ssl version",
          "wrong version number",
          "tlsv1 alert protocol version",
          "version too high",
          "version too low");

  private final ServerSettings settings;

  HandshakeFailure(ServerSettings settings) {
    this.settings = settings;
  }

  ErrorReport report(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UntrustedClientException untrusted) {
        return untrusted(untrusted);
      }
      if (cause instanceof BadHelloException) {
        return accepted(cause.getMessage());
      }
      Optional<String> reason = openSslReason(cause);
      if (reason.isPresent()) {
        return accepted(reason.get());
      }
    }
    return accepted(failure instanceof SSLException ? failure.getMessage() : "EOF detected");
  }

  private static Optional<String> openSslReason(Throwable cause) {
    String text = String.valueOf(cause.getMessage());
    return cause instanceof SSLException && text.contains("error:")
        ? Optional.of(reason(text.substring(text.lastIndexOf(':') + 1)))
        : Optional.empty();
  }

  /** OpenSSL looks at the curves when it chooses a cipher, and finds none. */
  private static String reason(String name) {
    return name.equals("WRONG_CURVE")
        ? "no shared cipher"
        : name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private ErrorReport accepted(String reason) {
    ErrorReport report =
        ErrorReport.of(
            Severity.LOG,
            SqlState.PROTOCOL_VIOLATION,
            "could not accept SSL connection: " + reason);
    return OF_VERSIONS.contains(reason) ? report.withHint(versions()) : report;
  }

  private String versions() {
    return "This may indicate that the client does not support any SSL protocol version between "
        + Versions.least(settings).word()
        + " and "
        + Versions.greatest(settings).word()
        + ".";
  }

  private ErrorReport untrusted(UntrustedClientException why) {
    boolean signature = why.why() == Distrust.BAD_SIGNATURE;
    ErrorReport report = accepted(signature ? "EVP lib" : "certificate verify failed");
    if (settings.major() < FIRST_THAT_TELLS_WHOSE) {
      return report;
    }
    ClientCertificate certificate = why.certificate();
    return report.withDetail(
        "Client certificate verification failed at depth %d: %s.\n"
                .formatted(why.depth(), why.getMessage())
            + ("Failed certificate data (unverified): subject \"%s\", serial number %s,"
                    + " issuer \"%s\".")
                .formatted(
                    shown(certificate.subject()),
                    certificate.serial(),
                    shown(certificate.issuer())));
  }

  /** {@code be-secure-openssl.c: prepare_cert_name}. */
  private static String shown(String name) {
    return name.length() > GREATEST_NAME
        ? "..." + name.substring(name.length() - GREATEST_NAME + 3)
        : name;
  }
}
