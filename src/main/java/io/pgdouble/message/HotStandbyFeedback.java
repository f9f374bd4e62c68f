package io.pgdouble.message;

/**
 * A standby says what its queries still need.
 *
 * <p>Manual: {@code protocol-replication § START_REPLICATION}.
 *
 * @param sentAt microseconds since 2000-01-01
 * @param xmin oldest transaction needed; 0 ends the feedback
 * @param xminEpoch its epoch
 * @param catalogXmin oldest transaction needed for catalogs
 * @param catalogXminEpoch its epoch
 */
public record HotStandbyFeedback(
    long sentAt, int xmin, int xminEpoch, int catalogXmin, int catalogXminEpoch)
    implements ReplicationPayload {
  /** The first byte of the data. */
  public static final char KIND = 'h';

  static HotStandbyFeedback read(BodyReader in) {
    HotStandbyFeedback payload =
        new HotStandbyFeedback(in.int64(), in.int32(), in.int32(), in.int32(), in.int32());
    in.end();
    return payload;
  }

  @Override
  public char kind() {
    return KIND;
  }

  @Override
  public void write(BodyWriter out) {
    out.int64(sentAt);
    out.int32(xmin);
    out.int32(xminEpoch);
    out.int32(catalogXmin);
    out.int32(catalogXminEpoch);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
