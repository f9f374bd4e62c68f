package io.pgdouble.message;

/**
 * A row was inserted.
 *
 * <p>Manual: {@code protocol-logicalrep-message-formats § Insert}.
 *
 * @param xid of the transaction that is streamed; 0 outside a stream, and then not sent
 * @param relation its OID
 * @param tuple the new row
 */
public record LogicalInsert(int xid, int relation, LogicalTuple tuple) implements LogicalPayload {
  /** The first byte of the data. */
  public static final char KIND = 'I';

  static LogicalInsert read(BodyReader in, LogicalPlace place) {
    LogicalInsert payload = new LogicalInsert(place.xid(in), in.int32(), LogicalTuple.readNew(in));
    in.end();
    return payload;
  }

  @Override
  public char kind() {
    return KIND;
  }

  @Override
  public void write(BodyWriter out) {
    LogicalPlace.writeXid(xid, out);
    out.oid(relation);
    tuple.write(out);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
