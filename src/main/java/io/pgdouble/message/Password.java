package io.pgdouble.message;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/**
 * A password, in clear or hashed with the salt that was asked for.
 *
 * <p>Manual: {@code message-formats § PasswordMessage}; server: {@code auth.c:
 * recv_password_packet}.
 *
 * @param password may be empty, which the server then refuses
 */
public record Password(String password) implements AuthenticationResponse {

  /**
   * The answer in this envelope.
   *
   * @throws ReportedError 08P01 if it is none
   */
  public static Password of(PasswordMessage envelope) {
    BodyReader in = new BodyReader(envelope.body());
    String password = in.string();
    if (in.remaining() > 0) {
      throw new ReportedError(SqlState.PROTOCOL_VIOLATION, "invalid password packet size");
    }
    return new Password(password);
  }

  @Override
  public void write(BodyWriter out) {
    out.string(password);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
