package io.pgdouble.message;

/**
 * A prepared transaction was committed.
 *
 * <p>Manual: {@code protocol-logicalrep-message-formats § Commit Prepared}.
 *
 * @param flags none is in use: 0
 * @param commitLsn where that commit stands
 * @param endLsn where it ends
 * @param committedAt when; microseconds since 2000-01-01
 * @param xid of the transaction
 * @param gid the user's name of it
 */
public record LogicalCommitPrepared(
    byte flags, long commitLsn, long endLsn, long committedAt, int xid, String gid)
    implements LogicalPayload {
  /** The first byte of the data. */
  public static final char KIND = 'K';

  static LogicalCommitPrepared read(BodyReader in) {
    LogicalCommitPrepared payload =
        new LogicalCommitPrepared(
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
    out.int64(commitLsn);
    out.int64(endLsn);
    out.int64(committedAt);
    out.int32(xid);
    out.string(gid);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
