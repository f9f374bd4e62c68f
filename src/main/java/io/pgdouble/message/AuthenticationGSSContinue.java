package io.pgdouble.message;

/**
 * GSSAPI or SSPI goes on.
 *
 * <p>Manual: {@code message-formats § AuthenticationGSSContinue}.
 *
 * @param data of the mechanism
 */
public record AuthenticationGSSContinue(byte[] data) implements Authentication {
  static AuthenticationGSSContinue read(BodyReader in) {
    return new AuthenticationGSSContinue(in.rest());
  }

  @Override
  public int code() {
    return 8;
  }

  @Override
  public void write(BodyWriter out) {
    out.code(code());
    out.bytes(data);
  }

  @Override
  public <R> R accept(BackendHandler<R> handler) {
    return handler.onAuthenticationGSSContinue(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AuthenticationGSSContinue that && MessageBytes.same(this, that);
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
