package io.pgdouble.fault;

import java.util.Optional;

/** A fault of what is said when a frontend logs in; TLS is as it should be. */
abstract class LoginFault implements Fault {
  @Override
  public Optional<OddReply> replyToTlsRequest() {
    return Optional.empty();
  }

  @Override
  public CertificateKind certificate() {
    return CertificateKind.FIT;
  }
}
