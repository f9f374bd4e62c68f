package io.pgdouble.message;

import java.nio.charset.StandardCharsets;

/**
 * The frontend chooses a SASL mechanism and may begin with it at once.
 *
 * <p>Manual: {@code message-formats § SASLInitialResponse}; server: {@code auth-sasl.c:
 * CheckSASLAuth}.
 *
 * @param mechanism one of those the server named, if the frontend keeps to them
 * @param response what the mechanism says first; null where it says nothing yet
 */
public record SASLInitialResponse(String mechanism, byte[] response)
    implements AuthenticationResponse {
  private static final ClientEncoding BYTES =
      new ClientEncoding("LATIN1", StandardCharsets.ISO_8859_1, Conversion.SINGLE_BYTES);

  /**
   * The answer in this envelope.
   *
   * @throws io.pgdouble.error.ReportedError 08P01 if it is none
   */
  public static SASLInitialResponse of(PasswordMessage envelope) {
    BodyReader in = new BodyReader(envelope.body());
    SASLInitialResponse response = new SASLInitialResponse(in.string(), in.counted());
    in.end();
    return response;
  }

  /**
   * The mechanism alone, which the server looks at before the rest, each byte a character.
   *
   * @throws io.pgdouble.error.ReportedError 08P01 if there is none
   */
  public static String mechanismOf(PasswordMessage envelope) {
    return new BodyReader(envelope.body(), BYTES).string();
  }

  @Override
  public void write(BodyWriter out) {
    out.string(mechanism);
    out.counted(response);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SASLInitialResponse that && MessageBytes.same(this, that);
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
