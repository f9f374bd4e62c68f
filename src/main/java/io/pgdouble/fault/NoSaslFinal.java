package io.pgdouble.fault;

import io.pgdouble.auth.Authenticator;
import io.pgdouble.message.Authentication;
import io.pgdouble.message.AuthenticationSASLFinal;
import java.util.List;

/** A server that does not prove itself. */
final class NoSaslFinal extends LoginFault {
  @Override
  public String name() {
    return "no-sasl-final";
  }

  @Override
  public String summary() {
    return "leaves AuthenticationSASLFinal out";
  }

  @Override
  public Authenticator authenticator(Authenticator due) {
    return new AlteredMessages(
        due,
        message ->
            message instanceof AuthenticationSASLFinal
                ? List.<Authentication>of()
                : List.of(message));
  }
}
