package io.pgdouble.message;

/**
 * A transaction that has been committed begins.
 *
 * <p>Manual: {@code protocol-logicalrep-message-formats § Begin}.
 *
 * @param finalLsn where its commit stands
 * @param committedAt when; microseconds since 2000-01-01
 * @param xid of the transaction
 */
public record LogicalBegin(long finalLsn, long committedAt, int xid) implements LogicalPayload {
  /** The first byte of the data. */
  public static final char KIND = 'B';

  static LogicalBegin read(BodyReader in) {
    LogicalBegin payload = new LogicalBegin(in.int64(), in.int64(), in.int32());
    in.end();
    return payload;
  }

  @Override
  public char kind() {
    return KIND;
  }

  @Override
  public void write(BodyWriter out) {
    out.int64(finalLsn);
    out.int64(committedAt);
    out.int32(xid);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
