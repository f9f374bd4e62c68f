package io.pgdouble.message;

/**
 * Asks to send what is ready, without waiting for a Sync.
 *
 * <p>Manual: {@code message-formats § Flush}.
 */
public record Flush() implements FrontendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = 'H';

  /** The one instance anybody needs: the message has no fields. */
  public static final Flush INSTANCE = new Flush();

  static Flush read(BodyReader in) {
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
    return handler.onFlush(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
