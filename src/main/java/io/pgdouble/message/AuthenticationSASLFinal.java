package io.pgdouble.message;

/**
 * The outcome of a SASL exchange.
 *
 * <p>Manual: {@code message-formats § AuthenticationSASLFinal}.
 *
 * @param data of the mechanism
 */
public record AuthenticationSASLFinal(byte[] data) implements Authentication {
  static AuthenticationSASLFinal read(BodyReader in) {
    return new AuthenticationSASLFinal(in.rest());
  }

  @Override
  public int code() {
    return 12;
  }

  @Override
  public void write(BodyWriter out) {
    out.code(code());
    out.bytes(data);
  }

  @Override
  public <R> R accept(BackendHandler<R> handler) {
    return handler.onAuthenticationSASLFinal(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AuthenticationSASLFinal that && MessageBytes.same(this, that);
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
