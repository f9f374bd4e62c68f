package io.pgdouble.message;

/**
 * Ends COPY data, in either direction. PostgreSQL does not look at what its body may hold.
 *
 * <p>Manual: {@code message-formats § CopyDone}.
 */
public record CopyDone() implements FrontendMessage, BackendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = 'c';

  /** The one instance anybody needs: the message has no fields. */
  public static final CopyDone INSTANCE = new CopyDone();

  static CopyDone read(BodyReader in) {
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
    return handler.onCopyDone(this);
  }

  @Override
  public <R> R accept(BackendHandler<R> handler) {
    return handler.onCopyDone(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
