package io.pgdouble.message;

/**
 * What {@code pg_logical_emit_message} wrote.
 *
 * <p>Manual: {@code protocol-logicalrep-message-formats § Message}.
 *
 * @param xid of the transaction that is streamed; 0 outside a stream, and then not sent
 * @param flags 1 if it belongs to a transaction
 * @param lsn where it stands
 * @param prefix says whom it is for
 * @param content of any length
 */
public record LogicalMessage(int xid, byte flags, long lsn, String prefix, byte[] content)
    implements LogicalPayload {
  /** The first byte of the data. */
  public static final char KIND = 'M';

  static LogicalMessage read(BodyReader in, LogicalPlace place) {
    LogicalMessage payload =
        new LogicalMessage(
            place.xid(in), (byte) in.byte1(), in.int64(), in.string(), in.bytes(in.int32()));
    in.end();
    return payload;
  }

  @Override
  public char kind() {
    return KIND;
  }

  @Override
  public void write(BodyWriter out) {
    LogicalPlace.writeXid(xid, out);
    out.byte1(flags);
    out.int64(lsn);
    out.string(prefix);
    out.counted(content);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LogicalMessage that && MessageBytes.same(this, that);
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
