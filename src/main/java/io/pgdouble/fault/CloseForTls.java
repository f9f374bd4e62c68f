package io.pgdouble.fault;

import java.util.Optional;

/** A server that hangs up. */
final class CloseForTls extends TlsFault {
  @Override
  public String name() {
    return "close-for-tls";
  }

  @Override
  public String summary() {
    return "closes the connection upon SSLRequest";
  }

  @Override
  public Optional<OddReply> replyToTlsRequest() {
    return Optional.of(new OddReply(new byte[0], Then.CLOSE));
  }

  @Override
  public CertificateKind certificate() {
    return CertificateKind.FIT;
  }
}
