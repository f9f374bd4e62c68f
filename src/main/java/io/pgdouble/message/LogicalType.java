package io.pgdouble.message;

/**
 * A data type that is not built in, before a relation uses it.
 *
 * <p>Manual: {@code protocol-logicalrep-message-formats § Type}.
 *
 * @param xid of the transaction that is streamed; 0 outside a stream, and then not sent
 * @param oid of the data type
 * @param namespace its schema; empty for {@code pg_catalog}
 * @param name of the data type
 */
public record LogicalType(int xid, int oid, String namespace, String name)
    implements LogicalPayload {
  /** The first byte of the data. */
  public static final char KIND = 'Y';

  static LogicalType read(BodyReader in, LogicalPlace place) {
    LogicalType payload = new LogicalType(place.xid(in), in.int32(), in.string(), in.string());
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
    out.oid(oid);
    out.string(namespace);
    out.string(name);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
