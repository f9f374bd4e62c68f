package io.pgdouble.auth;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.message.PasswordMessage;
import java.util.List;
import java.util.Optional;

/** Believes everybody. Manual: {@code auth-trust}. */
public final class TrustAuthenticator implements Authenticator {
  @Override
  public AuthenticationStep begin() {
    return new AuthenticationStep.Accepted(List.of(), Optional.empty());
  }

  /** Nothing is asked, so nothing can be answered. */
  @Override
  public AuthenticationStep receive(PasswordMessage answer) {
    return new AuthenticationStep.Refused(
        ErrorReport.fatal(
            SqlState.PROTOCOL_VIOLATION, "invalid frontend message type " + (int) 'p'));
  }
}
