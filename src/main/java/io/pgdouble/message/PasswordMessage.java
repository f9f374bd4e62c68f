package io.pgdouble.message;

/**
 * An answer to an authentication request: a password, a GSSAPI or SSPI token, or a SASL response.
 * Which of them it is depends on what was asked: see {@link AuthenticationResponse}.
 *
 * <p>Manual: {@code message-formats § PasswordMessage, GSSResponse, SASLInitialResponse,
 * SASLResponse}.
 *
 * @param body everything after the length
 */
public record PasswordMessage(byte[] body) implements FrontendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = 'p';

  static PasswordMessage read(BodyReader in) {
    return new PasswordMessage(in.rest());
  }

  @Override
  public char type() {
    return TYPE;
  }

  @Override
  public void write(BodyWriter out) {
    out.bytes(body);
  }

  @Override
  public <R> R accept(FrontendHandler<R> handler) {
    return handler.onPasswordMessage(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PasswordMessage that && MessageBytes.same(this, that);
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
