package io.pgdouble.message;

/**
 * Asks for a prepared statement.
 *
 * <p>Manual: {@code message-formats § Parse}.
 *
 * @param statement the name it shall have; empty for the unnamed one
 * @param query one statement at most
 * @param parameterTypes an OID for each parameter prespecified; 0 leaves it to the server
 */
public record Parse(String statement, String query, int[] parameterTypes)
    implements FrontendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = 'P';

  static Parse read(BodyReader in) {
    String statement = in.string();
    String query = in.string();
    int[] types = new int[in.count(4)];
    for (int i = 0; i < types.length; i++) {
      types[i] = in.int32();
    }
    in.end();
    return new Parse(statement, query, types);
  }

  @Override
  public char type() {
    return TYPE;
  }

  @Override
  public void write(BodyWriter out) {
    out.string(statement);
    out.string(query);
    out.int16(parameterTypes.length);
    for (int type : parameterTypes) {
      out.oid(type);
    }
  }

  @Override
  public <R> R accept(FrontendHandler<R> handler) {
    return handler.onParse(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Parse that && MessageBytes.same(this, that);
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
