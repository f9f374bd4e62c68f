package io.pgdouble.message;

/**
 * The server wants an MD5 hash of the password.
 *
 * <p>Manual: {@code message-formats § AuthenticationMD5Password}.
 *
 * @param salt 4 bytes
 */
public record AuthenticationMD5Password(byte[] salt) implements Authentication {
  static AuthenticationMD5Password read(BodyReader in) {
    AuthenticationMD5Password message = new AuthenticationMD5Password(in.bytes(4));
    in.end();
    return message;
  }

  @Override
  public int code() {
    return 5;
  }

  @Override
  public void write(BodyWriter out) {
    out.code(code());
    out.bytes(salt);
  }

  @Override
  public <R> R accept(BackendHandler<R> handler) {
    return handler.onAuthenticationMD5Password(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AuthenticationMD5Password that && MessageBytes.same(this, that);
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
