package io.pgdouble.message;

/**
 * A piece of a transaction that is still under way.
 *
 * <p>Manual: {@code protocol-logicalrep-message-formats § Stream Start}.
 *
 * @param xid of the transaction
 * @param firstSegment 1 for the first piece of that transaction
 */
public record LogicalStreamStart(int xid, byte firstSegment) implements LogicalPayload {
  /** The first byte of the data. */
  public static final char KIND = 'S';

  static LogicalStreamStart read(BodyReader in) {
    LogicalStreamStart payload = new LogicalStreamStart(in.int32(), (byte) in.byte1());
    in.end();
    return payload;
  }

  @Override
  public char kind() {
    return KIND;
  }

  @Override
  public void write(BodyWriter out) {
    out.int32(xid);
    out.byte1(firstSegment);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
