package io.pgdouble.message;

/**
 * The result of a FunctionCall.
 *
 * <p>Manual: {@code message-formats § FunctionCallResponse}.
 *
 * @param result in the format asked for; null stands for SQL NULL
 */
public record FunctionCallResponse(byte[] result) implements BackendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = 'V';

  static FunctionCallResponse read(BodyReader in) {
    FunctionCallResponse message = new FunctionCallResponse(in.counted());
    in.end();
    return message;
  }

  @Override
  public char type() {
    return TYPE;
  }

  @Override
  public void write(BodyWriter out) {
    out.counted(result);
  }

  @Override
  public <R> R accept(BackendHandler<R> handler) {
    return handler.onFunctionCallResponse(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FunctionCallResponse that && MessageBytes.same(this, that);
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
