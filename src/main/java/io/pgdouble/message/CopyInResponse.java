package io.pgdouble.message;

/**
 * The server waits for COPY data.
 *
 * <p>Manual: {@code message-formats § CopyInResponse}.
 *
 * @param format of the whole: 0 text, 1 binary
 * @param columnFormats one for each column
 */
public record CopyInResponse(byte format, short[] columnFormats) implements BackendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = 'G';

  static CopyInResponse read(BodyReader in) {
    CopyInResponse message = new CopyInResponse((byte) in.byte1(), in.int16s());
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
    return handler.onCopyInResponse(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CopyInResponse that && MessageBytes.same(this, that);
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
