package io.pgdouble.auth;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.message.Password;
import io.pgdouble.message.PasswordMessage;

/** The password in an answer. {@code auth.c: recv_password_packet}. */
final class SentPassword {
  private SentPassword() {}

  /**
   * A password, in clear or hashed, in whichever encoding the frontend has.
   *
   * @throws ReportedError 08P01 if there is none, 28P01 if it is empty
   */
  static byte[] of(PasswordMessage answer) {
    byte[] password = Password.bytesOf(answer);
    if (password.length == 0) {
      throw new ReportedError(SqlState.INVALID_PASSWORD, "empty password returned by client");
    }
    return password;
  }
}
