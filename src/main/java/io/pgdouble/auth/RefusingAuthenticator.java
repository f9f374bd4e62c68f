package io.pgdouble.auth;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.message.PasswordMessage;

/** Refuses at once. Manual: {@code auth-methods}, {@code reject}. */
final class RefusingAuthenticator implements Authenticator {
  private final ErrorReport report;

  /**
   * @param report FATAL
   */
  RefusingAuthenticator(ErrorReport report) {
    this.report = report;
  }

  @Override
  public AuthenticationStep begin() {
    return new AuthenticationStep.Refused(report);
  }

  @Override
  public AuthenticationStep receive(PasswordMessage answer) {
    return new AuthenticationStep.Refused(report);
  }
}
