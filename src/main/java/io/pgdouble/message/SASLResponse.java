package io.pgdouble.message;

/**
 * A step of a SASL exchange.
 *
 * <p>Manual: {@code message-formats § SASLResponse}.
 *
 * @param data as the mechanism has it
 */
public record SASLResponse(byte[] data) implements AuthenticationResponse {

  /**
   * The answer in this envelope.
   *
   * @throws io.pgdouble.error.ReportedError never: any bytes are one
   */
  public static SASLResponse of(PasswordMessage envelope) {
    BodyReader in = new BodyReader(envelope.body());
    return new SASLResponse(in.rest());
  }

  @Override
  public void write(BodyWriter out) {
    out.bytes(data);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SASLResponse that && MessageBytes.same(this, that);
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
