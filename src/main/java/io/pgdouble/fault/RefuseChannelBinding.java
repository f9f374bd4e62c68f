package io.pgdouble.fault;

import io.pgdouble.auth.Authenticator;

/** The frontend has seen another certificate than the server has. */
final class RefuseChannelBinding extends LoginFault {
  @Override
  public String name() {
    return "refuse-channel-binding";
  }

  @Override
  public String summary() {
    return "finds what the frontend says of the certificate wrong";
  }

  @Override
  public Authenticator authenticator(Authenticator due) {
    return new RefusingProof(due);
  }
}
