package io.pgdouble.fault;

import io.pgdouble.auth.Authenticator;

/** Success comes twice. */
final class OkTwice extends LoginFault {
  @Override
  public String name() {
    return "ok-twice";
  }

  @Override
  public String summary() {
    return "sends AuthenticationOk twice";
  }

  @Override
  public Authenticator authenticator(Authenticator due) {
    return new SayingOk(due);
  }
}
