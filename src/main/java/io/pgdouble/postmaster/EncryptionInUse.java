package io.pgdouble.postmaster;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import io.pgdouble.settings.CurrentSettings;
import io.pgdouble.tls.OwnCertificate;
import io.pgdouble.tls.ServerTls;
import java.time.Duration;
import java.util.Optional;

/**
 * The TLS that a server offers at present; a configuration that cannot be loaded leaves it as it
 * was. {@code postmaster.c: LoadedSSL}.
 */
final class EncryptionInUse {
  private final CurrentSettings settings;
  private Optional<OwnCertificate> own = Optional.empty();
  private volatile Optional<ServerTls> present = Optional.empty();

  EncryptionInUse(CurrentSettings settings) {
    this.settings = settings;
  }

  /** What whoever connects now is offered. Called by any thread. */
  Optional<ServerTls> present() {
    return present;
  }

  /** What the server proves itself by, in PEM. Called by any thread. */
  Optional<String> certificate() {
    return present.map(ServerTls::certificatePem);
  }

  /**
   * Reads the configuration for the first time.
   *
   * @throws ReportedError FATAL if encryption is asked for and cannot be had
   */
  void start() {
    FaultInUse.of(settings.get());
    try {
      load(ServerTls.Moment.START);
    } catch (ReportedError e) {
      throw e.report().withSeverity(Severity.FATAL).toException();
    }
  }

  /**
   * Reads it again.
   *
   * @return LOG, why it stays as it was
   */
  Optional<ErrorReport> reload() {
    try {
      load(ServerTls.Moment.RELOAD);
      return Optional.empty();
    } catch (ReportedError e) {
      return Optional.of(e.report().withSeverity(Severity.LOG));
    }
  }

  private synchronized void load(ServerTls.Moment moment) {
    present =
        settings.get().bool("ssl")
            ? Optional.of(ServerTls.load(settings.get(), this::own, moment))
            : Optional.empty();
  }

  /** The same as long as the server runs: frontends may have taken it for a root certificate. */
  private OwnCertificate own() {
    if (own.isEmpty()) {
      own = Optional.of(made());
    }
    return own.get();
  }

  private OwnCertificate made() {
    return switch (FaultInUse.of(settings.get()).certificate()) {
      case FIT -> OwnCertificate.make();
      case EXPIRED -> OwnCertificate.make("localhost", Duration.ofHours(1));
      case OF_ANOTHER_HOST -> OwnCertificate.make("example.org", Duration.ofDays(2));
    };
  }
}
