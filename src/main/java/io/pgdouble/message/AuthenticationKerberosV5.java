package io.pgdouble.message;

/**
 * Kerberos V5, which no server asks for since 9.3.
 *
 * <p>Manual: {@code message-formats § AuthenticationKerberosV5}.
 */
public record AuthenticationKerberosV5() implements Authentication {
  /** The one instance anybody needs: the message has no fields. */
  public static final AuthenticationKerberosV5 INSTANCE = new AuthenticationKerberosV5();

  static AuthenticationKerberosV5 read(BodyReader in) {
    in.end();
    return INSTANCE;
  }

  @Override
  public int code() {
    return 2;
  }

  @Override
  public void write(BodyWriter out) {
    out.code(code());
  }

  @Override
  public <R> R accept(BackendHandler<R> handler) {
    return handler.onAuthenticationKerberosV5(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
