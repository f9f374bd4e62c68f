package io.pgdouble.message;

/**
 * Asks a portal for its rows.
 *
 * <p>Manual: {@code message-formats § Execute}.
 *
 * @param portal empty for the unnamed one
 * @param maxRows the greatest number of rows to return; 0 or less for all
 */
public record Execute(String portal, int maxRows) implements FrontendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = 'E';

  static Execute read(BodyReader in) {
    Execute message = new Execute(in.string(), in.int32());
    in.end();
    return message;
  }

  @Override
  public char type() {
    return TYPE;
  }

  @Override
  public void write(BodyWriter out) {
    out.string(portal);
    out.int32(maxRows);
  }

  @Override
  public <R> R accept(FrontendHandler<R> handler) {
    return handler.onExecute(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
