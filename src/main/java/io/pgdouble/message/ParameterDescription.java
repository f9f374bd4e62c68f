package io.pgdouble.message;

/**
 * The types of a prepared statement's parameters.
 *
 * <p>Manual: {@code message-formats § ParameterDescription}.
 *
 * @param parameterTypes OIDs
 */
public record ParameterDescription(int[] parameterTypes) implements BackendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = 't';

  static ParameterDescription read(BodyReader in) {
    int[] types = new int[in.count(4)];
    for (int i = 0; i < types.length; i++) {
      types[i] = in.int32();
    }
    in.end();
    return new ParameterDescription(types);
  }

  @Override
  public char type() {
    return TYPE;
  }

  @Override
  public void write(BodyWriter out) {
    out.int16(parameterTypes.length);
    for (int type : parameterTypes) {
      out.oid(type);
    }
  }

  @Override
  public <R> R accept(BackendHandler<R> handler) {
    return handler.onParameterDescription(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ParameterDescription that && MessageBytes.same(this, that);
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
