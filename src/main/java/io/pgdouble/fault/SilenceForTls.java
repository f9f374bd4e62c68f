package io.pgdouble.fault;

import java.util.Optional;

/** A server that does not know the request and waits for more of it. */
final class SilenceForTls extends TlsFault {
  @Override
  public String name() {
    return "silence-for-tls";
  }

  @Override
  public String summary() {
    return "does not answer SSLRequest";
  }

  @Override
  public Optional<OddReply> replyToTlsRequest() {
    return Optional.of(new OddReply(new byte[0], Then.WAIT));
  }

  @Override
  public CertificateKind certificate() {
    return CertificateKind.FIT;
  }
}
