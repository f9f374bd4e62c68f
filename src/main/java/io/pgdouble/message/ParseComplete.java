package io.pgdouble.message;

/**
 * A statement was prepared.
 *
 * <p>Manual: {@code message-formats § ParseComplete}.
 */
public record ParseComplete() implements BackendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = '1';

  /** The one instance anybody needs: the message has no fields. */
  public static final ParseComplete INSTANCE = new ParseComplete();

  static ParseComplete read(BodyReader in) {
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
    return handler.onParseComplete(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
