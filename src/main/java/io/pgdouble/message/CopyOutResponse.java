package io.pgdouble.message;

/**
 * COPY data follows.
 *
 * <p>Manual: {@code message-formats § CopyOutResponse}.
 *
 * @param format of the whole: 0 text, 1 binary
 * @param columnFormats one for each column
 */
public record CopyOutResponse(byte format, short[] columnFormats) implements BackendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = 'H';

  static CopyOutResponse read(BodyReader in) {
    CopyOutResponse message = new CopyOutResponse((byte) in.byte1(), in.int16s());
    in.end();
    return message;
  }

  @Override
  public char type() {
    return TYPE;
  }

  @Override
  public void write(BodyWriter out) {
    out.byte1(format);
    out.int16s(columnFormats);
  }

  @Override
  public <R> R accept(BackendHandler<R> handler) {
    return handler.onCopyOutResponse(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CopyOutResponse that && MessageBytes.same(this, that);
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
