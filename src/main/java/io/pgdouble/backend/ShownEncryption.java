package io.pgdouble.backend;

import io.pgdouble.auth.SecureChannel;
import io.pgdouble.auth.SecureChannel.ShownCertificate;
import io.pgdouble.engine.TlsActivity;
import io.pgdouble.log.ConnectionLines;
import io.pgdouble.tls.TlsConnection;

/** What others see of a connection's encryption. */
final class ShownEncryption {
  private ShownEncryption() {}

  /** Who looks at {@code pg_stat_ssl}. */
  static TlsActivity activity(TlsConnection tls) {
    return new TlsActivity(
        tls.version(),
        tls.cipher(),
        tls.bits(),
        tls.client()
            .map(
                shown ->
                    new TlsActivity.Certificate(shown.subject(), shown.serial(), shown.issuer())));
  }

  /** Who reads the log. */
  static ConnectionLines.Encryption line(TlsConnection tls) {
    return new ConnectionLines.Encryption(tls.version(), tls.cipher(), tls.bits());
  }

  /** Who authenticates. */
  static SecureChannel channel(TlsConnection tls) {
    return new SecureChannel(
        tls.serverEndPoint(),
        tls.client()
            .map(shown -> new ShownCertificate(shown.distinguishedName(), shown.commonName())));
  }
}
