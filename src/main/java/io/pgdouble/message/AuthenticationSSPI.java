package io.pgdouble.message;

/**
 * The server wants SSPI.
 *
 * <p>Manual: {@code message-formats § AuthenticationSSPI}.
 */
public record AuthenticationSSPI() implements Authentication {
  /** The one instance anybody needs: the message has no fields. */
  public static final AuthenticationSSPI INSTANCE = new AuthenticationSSPI();

  static AuthenticationSSPI read(BodyReader in) {
    in.end();
    return INSTANCE;
  }

  @Override
  public int code() {
    return 9;
  }

  @Override
  public void write(BodyWriter out) {
    out.code(code());
  }

  @Override
  public <R> R accept(BackendHandler<R> handler) {
    return handler.onAuthenticationSSPI(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
