package io.pgdouble.message;

/**
 * One row of a result.
 *
 * <p>Manual: {@code message-formats § DataRow}. The arrays are not copied: who makes a row does not
 * change it any more.
 *
 * @param values one for each column, in its format; null stands for SQL NULL
 */
public record DataRow(byte[][] values) implements BackendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = 'D';

  static DataRow read(BodyReader in) {
    DataRow message = new DataRow(in.values());
    in.end();
    return message;
  }

  @Override
  public char type() {
    return TYPE;
  }

  @Override
  public void write(BodyWriter out) {
    out.values(values);
  }

  @Override
  public <R> R accept(BackendHandler<R> handler) {
    return handler.onDataRow(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DataRow that && MessageBytes.same(this, that);
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
