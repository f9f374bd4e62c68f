package io.pgdouble.message;

/**
 * A portal was made.
 *
 * <p>Manual: {@code message-formats § BindComplete}.
 */
public record BindComplete() implements BackendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = '2';

  /** The one instance anybody needs: the message has no fields. */
  public static final BindComplete INSTANCE = new BindComplete();

  static BindComplete read(BodyReader in) {
    in.end();
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
  public <R> R accept(BackendHandler<R> handler) {
    return handler.onBindComplete(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
