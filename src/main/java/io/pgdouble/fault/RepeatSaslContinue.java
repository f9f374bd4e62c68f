package io.pgdouble.fault;

import io.pgdouble.auth.Authenticator;
import io.pgdouble.message.AuthenticationSASLContinue;
import java.util.List;

/** A message that comes twice. */
final class RepeatSaslContinue extends LoginFault {
  @Override
  public String name() {
    return "repeat-sasl-continue";
  }

  @Override
  public String summary() {
    return "sends AuthenticationSASLContinue twice";
  }

  @Override
  public Authenticator authenticator(Authenticator due) {
    return new AlteredMessages(
        due,
        message ->
            message instanceof AuthenticationSASLContinue
                ? List.of(message, message)
                : List.of(message));
  }
}
