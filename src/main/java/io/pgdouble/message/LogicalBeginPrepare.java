package io.pgdouble.message;

/**
 * A transaction that has been prepared begins.
 *
 * <p>Manual: {@code protocol-logicalrep-message-formats § Begin Prepare}.
 *
 * @param prepareLsn where its prepare stands
 * @param endLsn where the prepared transaction ends
 * @param preparedAt when; microseconds since 2000-01-01
 * @param xid of the transaction
 * @param gid the user's name of it
 */
public record LogicalBeginPrepare(
    long prepareLsn, long endLsn, long preparedAt, int xid, String gid) implements LogicalPayload {
  /** The first byte of the data. */
  public static final char KIND = 'b';

  static LogicalBeginPrepare read(BodyReader in) {
    LogicalBeginPrepare payload =
        new LogicalBeginPrepare(in.int64(), in.int64(), in.int64(), in.int32(), in.string());
    in.end();
    return payload;
  }

  @Override
  public char kind() {
    return KIND;
  }

  @Override
  public void write(BodyWriter out) {
    out.int64(prepareLsn);
    out.int64(endLsn);
    out.int64(preparedAt);
    out.int32(xid);
    out.string(gid);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
