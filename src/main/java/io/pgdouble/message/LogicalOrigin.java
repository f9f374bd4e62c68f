package io.pgdouble.message;

/**
 * The transaction came from another server.
 *
 * <p>Manual: {@code protocol-logicalrep-message-formats § Origin}.
 *
 * @param commitLsn where its commit stands on that server
 * @param name of the origin
 */
public record LogicalOrigin(long commitLsn, String name) implements LogicalPayload {
  /** The first byte of the data. */
  public static final char KIND = 'O';

  static LogicalOrigin read(BodyReader in) {
    LogicalOrigin payload = new LogicalOrigin(in.int64(), in.string());
    in.end();
    return payload;
  }

  @Override
  public char kind() {
    return KIND;
  }

  @Override
  public void write(BodyWriter out) {
    out.int64(commitLsn);
    out.string(name);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
