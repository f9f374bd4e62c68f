package io.pgdouble.fault;

import io.pgdouble.auth.Authenticator;
import io.pgdouble.auth.TrustAuthenticator;

/** Somebody in between does not even ask. */
final class AskNothing extends LoginFault {
  @Override
  public String name() {
    return "ask-nothing";
  }

  @Override
  public String summary() {
    return "lets everybody in unasked";
  }

  @Override
  public Authenticator authenticator(Authenticator due) {
    return new TrustAuthenticator();
  }
}
