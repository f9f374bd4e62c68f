package io.pgdouble.message;

/**
 * Relations were emptied.
 *
 * <p>Manual: {@code protocol-logicalrep-message-formats § Truncate}.
 *
 * @param xid of the transaction that is streamed; 0 outside a stream, and then not sent
 * @param options 1 for CASCADE, 2 for RESTART IDENTITY, or both
 * @param relations their OIDs
 */
public record LogicalTruncate(int xid, byte options, int[] relations) implements LogicalPayload {
  /** The first byte of the data. */
  public static final char KIND = 'T';

  static LogicalTruncate read(BodyReader in, LogicalPlace place) {
    int xid = place.xid(in);
    int count = in.longCount(4);
    byte options = (byte) in.byte1();
    int[] relations = new int[count];
    for (int i = 0; i < count; i++) {
      relations[i] = in.int32();
    }
    in.end();
    return new LogicalTruncate(xid, options, relations);
  }

  @Override
  public char kind() {
    return KIND;
  }

  @Override
  public void write(BodyWriter out) {
    LogicalPlace.writeXid(xid, out);
    out.int32(relations.length);
    out.byte1(options);
    for (int relation : relations) {
      out.oid(relation);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LogicalTruncate that && MessageBytes.same(this, that);
  }

  @Override
  public int hashCode() {
    return MessageBytes.hash(this);
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
