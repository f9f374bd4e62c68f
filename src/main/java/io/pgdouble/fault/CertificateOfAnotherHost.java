package io.pgdouble.fault;

import java.util.Optional;

/** A certificate of somebody else. */
final class CertificateOfAnotherHost extends TlsFault {
  @Override
  public String name() {
    return "certificate-of-another-host";
  }

  @Override
  public String summary() {
    return "makes itself a certificate for another host";
  }

  @Override
  public Optional<OddReply> replyToTlsRequest() {
    return Optional.empty();
  }

  @Override
  public CertificateKind certificate() {
    return CertificateKind.OF_ANOTHER_HOST;
  }
}
