package io.pgdouble.message;

import java.util.ArrayList;
import java.util.List;

/**
 * What a relation looks like, before the first change of it and whenever that may have changed.
 *
 * <p>Manual: {@code protocol-logicalrep-message-formats § Relation}.
 *
 * @param xid of the transaction that is streamed; 0 outside a stream, and then not sent
 * @param oid of the relation
 * @param namespace its schema; empty for {@code pg_catalog}
 * @param name of the relation
 * @param replicaIdentity {@code pg_class.relreplident}
 * @param columns those that are published
 */
public record LogicalRelation(
    int xid, int oid, String namespace, String name, char replicaIdentity, List<Column> columns)
    implements LogicalPayload {
  /** The first byte of the data. */
  public static final char KIND = 'R';

  public LogicalRelation {
    columns = List.copyOf(columns);
  }

  /**
   * One column.
   *
   * @param flags 1 if it is part of the key
   * @param typeOid of its data type
   * @param typeModifier {@code pg_attribute.atttypmod}: -1 for none
   */
  public record Column(byte flags, String name, int typeOid, int typeModifier) {
    static final int LEAST_BYTES = 10;

    static Column read(BodyReader in) {
      return new Column((byte) in.byte1(), in.string(), in.int32(), in.int32());
    }

    void write(BodyWriter out) {
      out.byte1(flags);
      out.string(name);
      out.oid(typeOid);
      out.int32(typeModifier);
    }
  }

  static LogicalRelation read(BodyReader in, LogicalPlace place) {
    int xid = place.xid(in);
    int oid = in.int32();
    String namespace = in.string();
    String name = in.string();
    char replicaIdentity = (char) in.byte1();
    int count = in.count(Column.LEAST_BYTES);
    List<Column> columns = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      columns.add(Column.read(in));
    }
    in.end();
    return new LogicalRelation(xid, oid, namespace, name, replicaIdentity, columns);
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
    out.byte1(replicaIdentity);
    out.int16(columns.size());
    columns.forEach(column -> column.write(out));
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
