package io.pgdouble.message;

/**
 * What was described returns no rows.
 *
 * <p>Manual: {@code message-formats § NoData}.
 */
public record NoData() implements BackendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = 'n';

  /** The one instance anybody needs: the message has no fields. */
  public static final NoData INSTANCE = new NoData();

  static NoData read(BodyReader in) {
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
    return handler.onNoData(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
