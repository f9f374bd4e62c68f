package io.pgdouble.message;

/**
 * The server says that it is alive.
 *
 * <p>Manual: {@code protocol-replication § START_REPLICATION}.
 *
 * @param end current end of WAL on the server
 * @param sentAt microseconds since 2000-01-01
 * @param replyRequested 1: answer at once to avoid a timeout; 0 otherwise
 */
public record PrimaryKeepalive(long end, long sentAt, byte replyRequested)
    implements ReplicationPayload {
  /** The first byte of the data. */
  public static final char KIND = 'k';

  static PrimaryKeepalive read(BodyReader in) {
    PrimaryKeepalive payload = new PrimaryKeepalive(in.int64(), in.int64(), (byte) in.byte1());
    in.end();
    return payload;
  }

  @Override
  public char kind() {
    return KIND;
  }

  @Override
  public void write(BodyWriter out) {
    out.int64(end);
    out.int64(sentAt);
    out.byte1(replyRequested);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
