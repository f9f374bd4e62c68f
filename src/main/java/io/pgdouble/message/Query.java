package io.pgdouble.message;

/**
 * Asks for the execution of a string of SQL statements.
 *
 * <p>Manual: {@code message-formats § Query}.
 */
public record Query(String query) implements FrontendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = 'Q';

  static Query read(BodyReader in) {
    Query message = new Query(in.string());
    in.end();
    return message;
  }

  @Override
  public char type() {
    return TYPE;
  }

  @Override
  public void write(BodyWriter out) {
    out.string(query);
  }

  @Override
  public <R> R accept(FrontendHandler<R> handler) {
    return handler.onQuery(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
