package io.pgdouble.message;

/**
 * A transaction that came in pieces is prepared.
 *
 * <p>Manual: {@code protocol-logicalrep-message-formats § Stream Prepare}.
 *
 * @param flags none is in use: 0
 * @param prepareLsn where the prepare stands
 * @param endLsn where the prepared transaction ends
 * @param preparedAt when; microseconds since 2000-01-01
 * @param xid of the transaction
 * @param gid the user's name of it
 */
public record LogicalStreamPrepare(
    byte flags, long prepareLsn, long endLsn, long preparedAt, int xid, String gid)
    implements LogicalPayload {
  /** The first byte of the data. */
  public static final char KIND = 'p';

  static LogicalStreamPrepare read(BodyReader in) {
    LogicalStreamPrepare payload =
        new LogicalStreamPrepare(
            (byte) in.byte1(), in.int64(), in.int64(), in.int64(), in.int32(), in.string());
    in.end();
    return payload;
  }

  @Override
  public char kind() {
    return KIND;
  }

  @Override
  public void write(BodyWriter out) {
    out.byte1(flags);
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
