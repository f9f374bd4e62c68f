package io.pgdouble.message;

/**
 * The transaction that began ends.
 *
 * <p>Manual: {@code protocol-logicalrep-message-formats § Commit}.
 *
 * @param flags none is in use: 0
 * @param commitLsn where the commit stands
 * @param endLsn where the transaction ends
 * @param committedAt when; microseconds since 2000-01-01
 */
public record LogicalCommit(byte flags, long commitLsn, long endLsn, long committedAt)
    implements LogicalPayload {
  /** The first byte of the data. */
  public static final char KIND = 'C';

  static LogicalCommit read(BodyReader in) {
    LogicalCommit payload =
        new LogicalCommit((byte) in.byte1(), in.int64(), in.int64(), in.int64());
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
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
