package io.pgdouble.fault;

import java.util.Optional;

/** A certificate that nobody has renewed. */
final class ExpiredCertificate extends TlsFault {
  @Override
  public String name() {
    return "expired-certificate";
  }

  @Override
  public String summary() {
    return "makes itself a certificate that has expired";
  }

  @Override
  public Optional<OddReply> replyToTlsRequest() {
    return Optional.empty();
  }

  @Override
  public CertificateKind certificate() {
    return CertificateKind.EXPIRED;
  }
}
