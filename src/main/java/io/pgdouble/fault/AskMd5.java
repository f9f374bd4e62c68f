package io.pgdouble.fault;

import io.pgdouble.auth.Authenticator;
import io.pgdouble.message.AuthenticationMD5Password;

/** Somebody in between wants a hash of the password that is easily broken. */
final class AskMd5 extends LoginFault {
  @Override
  public String name() {
    return "ask-md5";
  }

  @Override
  public String summary() {
    return "asks for the password by MD5, whatever pg_hba.conf says, and lets everybody in";
  }

  @Override
  public Authenticator authenticator(Authenticator due) {
    return new Believing(new AuthenticationMD5Password(new byte[] {1, 2, 3, 4}));
  }
}
