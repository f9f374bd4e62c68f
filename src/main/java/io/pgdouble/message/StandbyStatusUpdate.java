package io.pgdouble.message;

/**
 * A standby says how far it is.
 *
 * <p>Manual: {@code protocol-replication § START_REPLICATION}.
 *
 * @param written WAL position after the last byte received
 * @param flushed the same for flushed to disk
 * @param applied the same for applied
 * @param sentAt microseconds since 2000-01-01
 * @param replyRequested 1: answer at once; 0 otherwise
 */
public record StandbyStatusUpdate(
    long written, long flushed, long applied, long sentAt, byte replyRequested)
    implements ReplicationPayload {
  /** The first byte of the data. */
  public static final char KIND = 'r';

  static StandbyStatusUpdate read(BodyReader in) {
    StandbyStatusUpdate payload =
        new StandbyStatusUpdate(in.int64(), in.int64(), in.int64(), in.int64(), (byte) in.byte1());
    in.end();
    return payload;
  }

  @Override
  public char kind() {
    return KIND;
  }

  @Override
  public void write(BodyWriter out) {
    out.int64(written);
    out.int64(flushed);
    out.int64(applied);
    out.int64(sentAt);
    out.byte1(replyRequested);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
