package io.pgdouble.message;

/**
 * Both sides now send COPY data: streaming replication.
 *
 * <p>Manual: {@code message-formats § CopyBothResponse}.
 *
 * @param format of the whole: 0 text, 1 binary
 * @param columnFormats one for each column
 */
public record CopyBothResponse(byte format, short[] columnFormats) implements BackendMessage {
  /** The code by which the message announces itself. */
  public static final char TYPE = 'W';

  static CopyBothResponse read(BodyReader in) {
    CopyBothResponse message = new CopyBothResponse((byte) in.byte1(), in.int16s());
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
    return handler.onCopyBothResponse(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CopyBothResponse that && MessageBytes.same(this, that);
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
