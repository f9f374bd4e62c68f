package io.pgdouble.fault;

import io.pgdouble.auth.Authenticator;
import io.pgdouble.message.AuthenticationCleartextPassword;

/** Somebody in between wants the password itself. */
final class AskCleartext extends LoginFault {
  @Override
  public String name() {
    return "ask-cleartext";
  }

  @Override
  public String summary() {
    return "asks for the password in clear, whatever pg_hba.conf says, and lets everybody in";
  }

  @Override
  public Authenticator authenticator(Authenticator due) {
    return new Believing(AuthenticationCleartextPassword.INSTANCE);
  }
}
