package io.pgdouble.fault;

import io.pgdouble.auth.Authenticator;
import io.pgdouble.message.AuthenticationSASL;
import java.util.List;

/** A server of another kind. */
final class UnknownMechanisms extends LoginFault {
  @Override
  public String name() {
    return "unknown-mechanisms";
  }

  @Override
  public String summary() {
    return "offers only mechanisms that nobody knows";
  }

  @Override
  public Authenticator authenticator(Authenticator due) {
    return new AlteredMessages(
        due,
        message ->
            message instanceof AuthenticationSASL
                ? List.of(new AuthenticationSASL(List.of("SCRAM-SHA-999", "X-NOTHING")))
                : List.of(message));
  }
}
