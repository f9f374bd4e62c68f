package io.pgdouble.fault;

import java.util.Optional;

/** An answer that is none. */
final class GarbageForTls extends TlsFault {
  @Override
  public String name() {
    return "garbage-for-tls";
  }

  @Override
  public String summary() {
    return "answers SSLRequest with X";
  }

  @Override
  public Optional<OddReply> replyToTlsRequest() {
    return Optional.of(new OddReply(new byte[] {'X'}, Then.WAIT));
  }

  @Override
  public CertificateKind certificate() {
    return CertificateKind.FIT;
  }
}
