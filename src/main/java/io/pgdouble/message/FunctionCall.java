package io.pgdouble.message;

/**
 * Calls a function by its OID, past the parser.
 *
 * <p>Manual: {@code message-formats § FunctionCall}.
 *
 * @param function the OID
 * @param argumentFormats 0 text, 1 binary; none: all text; one: holds for all
 * @param arguments null stands for SQL NULL
 * @param resultFormat 0 text, 1 binary
 */
public record FunctionCall(
    int function, short[] argumentFormats, byte[][] arguments, short resultFormat)
    implements FrontendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = 'F';

  static FunctionCall read(BodyReader in) {
    int function = in.int32();
    short[] formats = in.int16s();
    byte[][] arguments = in.values();
    FunctionCall message = new FunctionCall(function, formats, arguments, (short) in.int16());
    in.end();
    return message;
  }

  @Override
  public char type() {
    return TYPE;
  }

  @Override
  public void write(BodyWriter out) {
    out.oid(function);
    out.int16s(argumentFormats);
    out.values(arguments);
    out.int16(resultFormat);
  }

  @Override
  public <R> R accept(FrontendHandler<R> handler) {
    return handler.onFunctionCall(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FunctionCall that && MessageBytes.same(this, that);
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
