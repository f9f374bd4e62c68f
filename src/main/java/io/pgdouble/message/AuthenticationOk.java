package io.pgdouble.message;

/**
 * The frontend is who it says.
 *
 * <p>Manual: {@code message-formats § AuthenticationOk}.
 */
public record AuthenticationOk() implements Authentication {
  /** The one instance anybody needs: the message has no fields. */
  public static final AuthenticationOk INSTANCE = new AuthenticationOk();

  static AuthenticationOk read(BodyReader in) {
    in.end();
    return INSTANCE;
  }

  @Override
  public int code() {
    return 0;
  }

  @Override
  public void write(BodyWriter out) {
    out.code(code());
  }

  @Override
  public <R> R accept(BackendHandler<R> handler) {
    return handler.onAuthenticationOk(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
