package io.pgdouble.message;

/**
 * Takes the place of CommandComplete where the query string was empty.
 *
 * <p>Manual: {@code message-formats § EmptyQueryResponse}.
 */
public record EmptyQueryResponse() implements BackendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = 'I';

  /** The one instance anybody needs: the message has no fields. */
  public static final EmptyQueryResponse INSTANCE = new EmptyQueryResponse();

  static EmptyQueryResponse read(BodyReader in) {
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
    return handler.onEmptyQueryResponse(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
