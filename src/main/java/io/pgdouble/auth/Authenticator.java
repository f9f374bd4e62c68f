package io.pgdouble.auth;

import io.pgdouble.error.ReportedError;
import io.pgdouble.message.PasswordMessage;
import java.util.Optional;

/** One attempt of one frontend to be accepted. {@code auth.c: ClientAuthentication}. */
public interface Authenticator {
  /** What happens once the startup packet is there. */
  AuthenticationStep begin();

  /**
   * What happens upon the answer to the last {@link AuthenticationStep.Ask}.
   *
   * @throws ReportedError if it is none: the end of the connection
   */
  AuthenticationStep receive(PasswordMessage answer);

  /**
   * What happens where a message is longer than any answer, or ends before its end, as nobody can
   * go on from there.
   *
   * @return empty if the connection ends without a word
   */
  default Optional<AuthenticationStep.Refused> broken() {
    return Optional.empty();
  }
}
