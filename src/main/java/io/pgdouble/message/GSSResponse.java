package io.pgdouble.message;

/**
 * A token of GSSAPI or SSPI.
 *
 * <p>Manual: {@code message-formats § GSSResponse}.
 *
 * @param data as the security system has it
 */
public record GSSResponse(byte[] data) implements AuthenticationResponse {

  /**
   * The answer in this envelope.
   *
   * @throws io.pgdouble.error.ReportedError never: any bytes are one
   */
  public static GSSResponse of(PasswordMessage envelope) {
    BodyReader in = new BodyReader(envelope.body());
    return new GSSResponse(in.rest());
  }

  @Override
  public void write(BodyWriter out) {
    out.bytes(data);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GSSResponse that && MessageBytes.same(this, that);
  }

  @Override
  public int hashCode() {
    return MessageBytes.hash(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
