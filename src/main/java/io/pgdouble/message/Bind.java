package io.pgdouble.message;

/**
 * Gives a prepared statement its parameters and makes a portal of it.
 *
 * <p>Manual: {@code message-formats § Bind}.
 *
 * @param portal the name it shall have; empty for the unnamed one
 * @param statement the prepared statement
 * @param parameterFormats 0 text, 1 binary; none: all text; one: holds for all
 * @param values one for each parameter; null stands for SQL NULL
 * @param resultFormats 0 text, 1 binary; none: all text; one: holds for all
 */
public record Bind(
    String portal,
    String statement,
    short[] parameterFormats,
    byte[][] values,
    short[] resultFormats)
    implements FrontendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = 'B';

  static Bind read(BodyReader in) {
    String portal = in.string();
    String statement = in.string();
    short[] parameterFormats = in.int16s();
    byte[][] values = in.values();
    short[] resultFormats = in.int16s();
    in.end();
    return new Bind(portal, statement, parameterFormats, values, resultFormats);
  }

  @Override
  public char type() {
    return TYPE;
  }

  @Override
  public void write(BodyWriter out) {
    out.string(portal);
    out.string(statement);
    out.int16s(parameterFormats);
    out.values(values);
    out.int16s(resultFormats);
  }

  @Override
  public <R> R accept(FrontendHandler<R> handler) {
    return handler.onBind(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bind that && MessageBytes.same(this, that);
  }

  @Override
  public int hashCode() {
    return MessageBytes.hash(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
