package io.pgdouble.fault;

import io.pgdouble.auth.Authenticator;
import io.pgdouble.message.AuthenticationSASL;
import java.util.List;

/** Somebody in between takes the way that would find him out off the list. */
final class NoChannelBinding extends LoginFault {
  @Override
  public String name() {
    return "no-channel-binding";
  }

  @Override
  public String summary() {
    return "offers SCRAM-SHA-256 alone where there is TLS";
  }

  @Override
  public Authenticator authenticator(Authenticator due) {
    return new AlteredMessages(
        due,
        message ->
            message instanceof AuthenticationSASL
                ? List.of(new AuthenticationSASL(List.of("SCRAM-SHA-256")))
                : List.of(message));
  }
}
