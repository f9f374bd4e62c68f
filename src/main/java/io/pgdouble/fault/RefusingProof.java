package io.pgdouble.fault;

import io.pgdouble.auth.AuthenticationStep;
import io.pgdouble.auth.Authenticator;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.message.PasswordMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Goes on until a proof is bound to a channel, and finds the channel to be another. */
record RefusingProof(Authenticator due) implements Authenticator {
  /** How what is bound begins, in base64: {@code p=}. */
  private static final String BOUND = "c=cD";

  @Override
  public AuthenticationStep begin() {
    return due.begin();
  }

  /** {@code auth-scram.c: read_client_final_message}. */
  @Override
  public AuthenticationStep receive(PasswordMessage answer) {
    if (new String(answer.body(), StandardCharsets.ISO_8859_1).startsWith(BOUND)) {
      throw new ReportedError(
          SqlState.INVALID_AUTHORIZATION_SPECIFICATION, "SCRAM channel binding check failed");
    }
    return due.receive(answer);
  }

  @Override
  public Optional<AuthenticationStep.Refused> broken() {
    return due.broken();
  }
}
