package io.pgdouble.fault;

import io.pgdouble.auth.Authenticator;
import io.pgdouble.message.AuthenticationSASLFinal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A server that does not know the password either. */
final class WrongServerSignature extends LoginFault {
  private static final String WRONG = "v=" + "A".repeat(43) + "=";

  @Override
  public String name() {
    return "wrong-server-signature";
  }

  @Override
  public String summary() {
    return "proves nothing: its signature is wrong";
  }

  @Override
  public Authenticator authenticator(Authenticator due) {
    return new AlteredMessages(
        due,
        message ->
            message instanceof AuthenticationSASLFinal
                ? List.of(new AuthenticationSASLFinal(WRONG.getBytes(StandardCharsets.US_ASCII)))
                : List.of(message));
  }
}
