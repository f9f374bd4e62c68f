package io.pgdouble.fault;

import io.pgdouble.auth.Authenticator;
import io.pgdouble.message.AuthenticationSASLFinal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An error in the words of SCRAM, and then nothing but success. */
final class ErrorInSaslFinal extends LoginFault {
  @Override
  public String name() {
    return "error-in-sasl-final";
  }

  @Override
  public String summary() {
    return "sends e=other-error for its signature, and lets the frontend in";
  }

  @Override
  public Authenticator authenticator(Authenticator due) {
    return new AlteredMessages(
        due,
        message ->
            message instanceof AuthenticationSASLFinal
                ? List.of(
                    new AuthenticationSASLFinal(
                        "e=other-error".getBytes(StandardCharsets.US_ASCII)))
                : List.of(message));
  }
}
