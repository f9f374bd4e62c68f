package io.pgdouble.tls;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

/** A frontend's certificate is not believed. */
final class UntrustedClientException extends CertificateException {
  private final transient X509Certificate certificate;
  private final int depth;
  private final Distrust why;

  /**
   * @param depth of the certificate in its chain; 0 is the frontend's own
   */
  UntrustedClientException(Distrust why, X509Certificate certificate, int depth) {
    super(why.text());
    this.why = why;
    this.certificate = certificate;
    this.depth = depth;
  }

  Distrust why() {
    return why;
  }

  int depth() {
    return depth;
  }

  ClientCertificate certificate() {
    return new ClientCertificate(certificate);
  }
}
