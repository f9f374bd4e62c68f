package io.pgdouble.message;

/**
 * The server wants GSSAPI.
 *
 * <p>Manual: {@code message-formats § AuthenticationGSS}.
 */
public record AuthenticationGSS() implements Authentication {
  /** The one instance anybody needs: the message has no fields. */
  public static final AuthenticationGSS INSTANCE = new AuthenticationGSS();

  static AuthenticationGSS read(BodyReader in) {
    in.end();
    return INSTANCE;
  }

  @Override
  public int code() {
    return 7;
  }

  @Override
  public void write(BodyWriter out) {
    out.code(code());
  }

  @Override
  public <R> R accept(BackendHandler<R> handler) {
    return handler.onAuthenticationGSS(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
