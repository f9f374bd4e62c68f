package io.pgdouble.message;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.Arrays;

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
    bytesOf(envelope);
    return new Password(new BodyReader(envelope.body()).string());
  }

  /**
   * The bytes of the answer in this envelope: its encoding is not known yet.
   *
   * @throws ReportedError 08P01 if it is none
   */
  public static byte[] bytesOf(PasswordMessage envelope) {
    byte[] body = envelope.body();
    int end = 0;
    while (end < body.length && body[end] != 0) {
      end++;
    }
    if (end + 1 != body.length) {
      throw new ReportedError(SqlState.PROTOCOL_VIOLATION, "invalid password packet size");
    }
    return Arrays.copyOf(body, end);
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
