package io.pgdouble.message;

import java.util.List;

/**
 * A row was changed.
 *
 * <p>Manual: {@code protocol-logicalrep-message-formats § Update}.
 *
 * @param xid of the transaction that is streamed; 0 outside a stream, and then not sent
 * @param relation its OID
 * @param tuples the old row or its key where the replica identity asks for it, then the new row
 */
public record LogicalUpdate(int xid, int relation, List<LogicalTuple> tuples)
    implements LogicalPayload {
  /** The first byte of the data. */
  public static final char KIND = 'U';

  public LogicalUpdate {
    tuples = List.copyOf(tuples);
  }

  static LogicalUpdate read(BodyReader in, LogicalPlace place) {
    LogicalUpdate payload =
        new LogicalUpdate(place.xid(in), in.int32(), LogicalTuple.readOldAndNew(in));
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
    tuples.forEach(tuple -> tuple.write(out));
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
