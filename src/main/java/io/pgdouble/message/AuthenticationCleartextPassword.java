package io.pgdouble.message;

/**
 * The server wants the password as it is.
 *
 * <p>Manual: {@code message-formats § AuthenticationCleartextPassword}.
 */
public record AuthenticationCleartextPassword() implements Authentication {
  /** The one instance anybody needs: the message has no fields. */
  public static final AuthenticationCleartextPassword INSTANCE =
      new AuthenticationCleartextPassword();

  static AuthenticationCleartextPassword read(BodyReader in) {
    in.end();
    return INSTANCE;
  }

  @Override
  public int code() {
    return 3;
  }

  @Override
  public void write(BodyWriter out) {
    out.code(code());
  }

  @Override
  public <R> R accept(BackendHandler<R> handler) {
    return handler.onAuthenticationCleartextPassword(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
