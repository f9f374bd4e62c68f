package io.pgdouble.backend;

import io.pgdouble.auth.AuthenticationStep;
import io.pgdouble.auth.Authenticator;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.message.Authentication;
import io.pgdouble.message.AuthenticationOk;
import io.pgdouble.message.PasswordMessage;
import java.util.function.Consumer;

/** What is said between a startup packet and a session. {@code auth.c: ClientAuthentication}. */
final class AuthenticationDialogue {
  private final Authenticator authenticator;
  private final BackendOutput output;
  private final Runnable accepted;
  private final Consumer<ErrorReport> refused;

  AuthenticationDialogue(
      Authenticator authenticator,
      BackendOutput output,
      Runnable accepted,
      Consumer<ErrorReport> refused) {
    this.authenticator = authenticator;
    this.output = output;
    this.accepted = accepted;
    this.refused = refused;
  }

  void begin() {
    take(authenticator.begin());
  }

  /** An answer has come. */
  void receive(byte[] body) {
    take(authenticator.receive(new PasswordMessage(body)));
  }

  private void take(AuthenticationStep step) {
    if (step instanceof AuthenticationStep.Ask ask) {
      output.send(ask.request());
      output.flush();
    } else if (step instanceof AuthenticationStep.Refused refusal) {
      refused.accept(refusal.report());
    } else if (step instanceof AuthenticationStep.Accepted acceptance) {
      for (Authentication message : acceptance.before()) {
        output.send(message);
      }
      output.send(AuthenticationOk.INSTANCE);
      accepted.run();
    }
  }
}
