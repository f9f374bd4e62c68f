package io.pgdouble.fault;

import io.pgdouble.auth.Authenticator;
import io.pgdouble.message.AuthenticationSASLContinue;
import io.pgdouble.message.AuthenticationSASLFinal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Messages in the wrong order. */
final class FinalBeforeContinue extends LoginFault {
  @Override
  public String name() {
    return "final-before-continue";
  }

  @Override
  public String summary() {
    return "sends AuthenticationSASLFinal before AuthenticationSASLContinue";
  }

  @Override
  public Authenticator authenticator(Authenticator due) {
    return new AlteredMessages(
        due,
        message ->
            message instanceof AuthenticationSASLContinue
                ? List.of(
                    new AuthenticationSASLFinal("v=AAAA".getBytes(StandardCharsets.US_ASCII)),
                    message)
                : List.of(message));
  }
}
