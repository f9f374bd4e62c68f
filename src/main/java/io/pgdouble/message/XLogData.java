package io.pgdouble.message;

/**
 * A piece of WAL.
 *
 * <p>Manual: {@code protocol-replication § START_REPLICATION}.
 *
 * @param start WAL position of the data
 * @param end current end of WAL on the server
 * @param sentAt microseconds since 2000-01-01
 * @param data WAL, or the output of a logical decoding plugin
 */
public record XLogData(long start, long end, long sentAt, byte[] data)
    implements ReplicationPayload {
  /** The first byte of the data. */
  public static final char KIND = 'w';

  static XLogData read(BodyReader in) {
    XLogData payload = new XLogData(in.int64(), in.int64(), in.int64(), in.rest());
    in.end();
    return payload;
  }

  @Override
  public char kind() {
    return KIND;
  }

  @Override
  public void write(BodyWriter out) {
    out.int64(start);
    out.int64(end);
    out.int64(sentAt);
    out.bytes(data);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof XLogData that && MessageBytes.same(this, that);
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
