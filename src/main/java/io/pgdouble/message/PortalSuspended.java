package io.pgdouble.message;

/**
 * Execute's row limit was reached; the portal has more.
 *
 * <p>Manual: {@code message-formats § PortalSuspended}.
 */
public record PortalSuspended() implements BackendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = 's';

  /** The one instance anybody needs: the message has no fields. */
  public static final PortalSuspended INSTANCE = new PortalSuspended();

  static PortalSuspended read(BodyReader in) {
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
    return handler.onPortalSuspended(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
