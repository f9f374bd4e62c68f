package io.pgdouble.auth;

import io.pgdouble.message.PasswordMessage;

/** One attempt of one frontend to be accepted. {@code auth.c: ClientAuthentication}. */
public interface Authenticator {
  /** What happens once the startup packet is there. */
  AuthenticationStep begin();

  /** What happens upon the answer to the last {@link AuthenticationStep.Ask}. */
  AuthenticationStep receive(PasswordMessage answer);
}
