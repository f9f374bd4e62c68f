package io.pgdouble.fault;

import io.pgdouble.auth.AuthenticationStep;
import io.pgdouble.auth.AuthenticationStep.Accepted;
import io.pgdouble.auth.Authenticator;
import io.pgdouble.message.Authentication;
import io.pgdouble.message.AuthenticationOk;
import io.pgdouble.message.PasswordMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says AuthenticationOk before it is said. */
record SayingOk(Authenticator due) implements Authenticator {
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

  private static AuthenticationStep altered(AuthenticationStep step) {
    if (step instanceof Accepted accepted) {
      List<Authentication> before = new ArrayList<>(accepted.before());
      before.add(AuthenticationOk.INSTANCE);
      return new Accepted(before, accepted.identity());
    }
    return step;
  }
}
