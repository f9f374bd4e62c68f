package io.pgdouble.message;

/**
 * A statement or a portal is forgotten, or was never known.
 *
 * <p>Manual: {@code message-formats § CloseComplete}.
 */
public record CloseComplete() implements BackendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = '3';

  /** The one instance anybody needs: the message has no fields. */
  public static final CloseComplete INSTANCE = new CloseComplete();

  static CloseComplete read(BodyReader in) {
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
    return handler.onCloseComplete(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
