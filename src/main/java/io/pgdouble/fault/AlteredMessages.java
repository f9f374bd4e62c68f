package io.pgdouble.fault;

import io.pgdouble.auth.AuthenticationStep;
import io.pgdouble.auth.AuthenticationStep.Accepted;
import io.pgdouble.auth.AuthenticationStep.Ask;
import io.pgdouble.auth.Authenticator;
import io.pgdouble.message.Authentication;
import io.pgdouble.message.PasswordMessage;
import java.util.List;
import java.util.Optional;

/** Authenticates as it is due, but says something else for each of its messages. */
record AlteredMessages(Authenticator due, Alteration alteration) implements Authenticator {
  /** What is said for one message. */
  @FunctionalInterface
  interface Alteration {
    List<Authentication> instead(Authentication message);
  }

  @Override
  public AuthenticationStep begin() {
    return altered(due.begin());
  }

  @Override
  public AuthenticationStep receive(PasswordMessage answer) {
    return altered(due.receive(answer));
  }

  @Override
  public Optional<AuthenticationStep.Refused> broken() {
    return due.broken();
  }

  private AuthenticationStep altered(AuthenticationStep step) {
    if (step instanceof Ask ask) {
      return new Ask(all(ask.requests()));
    }
    return step instanceof Accepted accepted
        ? new Accepted(all(accepted.before()), accepted.identity())
        : step;
  }

  private List<Authentication> all(List<Authentication> messages) {
    return messages.stream().flatMap(one -> alteration.instead(one).stream()).toList();
  }
}
