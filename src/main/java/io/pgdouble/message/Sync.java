package io.pgdouble.message;

/**
 * Ends a pipeline's segment: closes an implicit transaction and asks for ReadyForQuery.
 *
 * <p>Manual: {@code message-formats § Sync}.
 */
public record Sync() implements FrontendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = 'S';

  /** The one instance anybody needs: the message has no fields. */
  public static final Sync INSTANCE = new Sync();

  static Sync read(BodyReader in) {
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
  public <R> R accept(FrontendHandler<R> handler) {
    return handler.onSync(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
