package io.pgdouble.message;

/**
 * A challenge of a SASL exchange.
 *
 * <p>Manual: {@code message-formats § AuthenticationSASLContinue}.
 *
 * @param data of the mechanism
 */
public record AuthenticationSASLContinue(byte[] data) implements Authentication {
  static AuthenticationSASLContinue read(BodyReader in) {
    return new AuthenticationSASLContinue(in.rest());
  }

  @Override
  public int code() {
    return 11;
  }

  @Override
  public void write(BodyWriter out) {
    out.code(code());
    out.bytes(data);
  }

  @Override
  public <R> R accept(BackendHandler<R> handler) {
    return handler.onAuthenticationSASLContinue(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AuthenticationSASLContinue that && MessageBytes.same(this, that);
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
