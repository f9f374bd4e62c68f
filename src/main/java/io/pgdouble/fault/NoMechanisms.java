package io.pgdouble.fault;

import io.pgdouble.auth.Authenticator;
import io.pgdouble.message.AuthenticationSASL;
import java.util.List;

/** A list with nothing in it. */
final class NoMechanisms extends LoginFault {
  @Override
  public String name() {
    return "no-mechanisms";
  }

  @Override
  public String summary() {
    return "offers no mechanism at all";
  }

  @Override
  public Authenticator authenticator(Authenticator due) {
    return new AlteredMessages(
        due,
        message ->
            message instanceof AuthenticationSASL
                ? List.of(new AuthenticationSASL(List.of()))
                : List.of(message));
  }
}
