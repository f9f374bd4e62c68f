package io.pgdouble.message;

/**
 * Says farewell. Whatever else the body holds, PostgreSQL does not look at it.
 *
 * <p>Manual: {@code message-formats § Terminate}.
 */
public record Terminate() implements FrontendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = 'X';

  /** The one instance anybody needs: the message has no fields. */
  public static final Terminate INSTANCE = new Terminate();

  static Terminate read(BodyReader in) {
    in.rest();
    return INSTANCE;
  }

  @Override
  public char type() {
    return TYPE;
  }

  @Override
  public void write(BodyWriter out) {
    // No fields.
  }

  @Override
  public <R> R accept(FrontendHandler<R> handler) {
    return handler.onTerminate(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
