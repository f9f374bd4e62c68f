package io.pgdouble.message;

/**
 * Asks what a prepared statement or a portal looks like.
 *
 * <p>Manual: {@code message-formats § Describe}.
 *
 * @param kind {@code S} for a prepared statement, {@code P} for a portal; the session refuses
 *     others
 * @param name empty for the unnamed one
 */
public record Describe(char kind, String name) implements FrontendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = 'D';

  static Describe read(BodyReader in) {
    Describe message = new Describe((char) in.byte1(), in.string());
    in.end();
    return message;
  }

  @Override
  public char type() {
    return TYPE;
  }

  @Override
  public void write(BodyWriter out) {
    out.byte1(kind);
    out.string(name);
  }

  @Override
  public <R> R accept(FrontendHandler<R> handler) {
    return handler.onDescribe(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
