package io.pgdouble.message;

/**
 * A prepared transaction was rolled back.
 *
 * <p>Manual: {@code protocol-logicalrep-message-formats § Rollback Prepared}.
 *
 * @param flags none is in use: 0
 * @param prepareEndLsn where the prepared transaction ends
 * @param rollbackEndLsn where the rollback ends
 * @param preparedAt when; microseconds since 2000-01-01
 * @param rolledBackAt when; microseconds since 2000-01-01
 * @param xid of the transaction
 * @param gid the user's name of it
 */
public record LogicalRollbackPrepared(
    byte flags,
    long prepareEndLsn,
    long rollbackEndLsn,
    long preparedAt,
    long rolledBackAt,
    int xid,
    String gid)
    implements LogicalPayload {
  /** The first byte of the data. */
  public static final char KIND = 'r';

  static LogicalRollbackPrepared read(BodyReader in) {
    LogicalRollbackPrepared payload =
        new LogicalRollbackPrepared(
            (byte) in.byte1(),
            in.int64(),
            in.int64(),
            in.int64(),
            in.int64(),
            in.int32(),
            in.string());
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
    out.int64(prepareEndLsn);
    out.int64(rollbackEndLsn);
    out.int64(preparedAt);
    out.int64(rolledBackAt);
    out.int32(xid);
    out.string(gid);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
