package io.pgdouble.fault;

import io.pgdouble.auth.AuthenticationStep;
import io.pgdouble.auth.AuthenticationStep.Accepted;
import io.pgdouble.auth.AuthenticationStep.Ask;
import io.pgdouble.auth.Authenticator;
import io.pgdouble.message.Authentication;
import io.pgdouble.message.PasswordMessage;
import java.util.List;
import java.util.Optional;

/** Asks once, and takes whatever is answered for right. */
record Believing(Authentication request) implements Authenticator {
  @Override
  public AuthenticationStep begin() {
    return new Ask(request);
  }

  @Override
  public AuthenticationStep receive(PasswordMessage answer) {
    return new Accepted(List.of(), Optional.empty());
  }
}
