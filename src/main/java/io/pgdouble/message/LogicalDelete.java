package io.pgdouble.message;

/**
 * A row was deleted.
 *
 * <p>Manual: {@code protocol-logicalrep-message-formats § Delete}.
 *
 * @param xid of the transaction that is streamed; 0 outside a stream, and then not sent
 * @param relation its OID
 * @param tuple the old row or its key
 */
public record LogicalDelete(int xid, int relation, LogicalTuple tuple) implements LogicalPayload {
  /** The first byte of the data. */
  public static final char KIND = 'D';

  static LogicalDelete read(BodyReader in, LogicalPlace place) {
    LogicalDelete payload = new LogicalDelete(place.xid(in), in.int32(), LogicalTuple.readOld(in));
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
