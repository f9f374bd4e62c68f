package io.pgdouble.message;

import java.util.List;

/**
 * A transaction that came in pieces, or a part of it, was rolled back.
 *
 * <p>Manual: {@code protocol-logicalrep-message-formats § Stream Abort}.
 *
 * @param xid of the transaction
 * @param subxid of the part; that of the transaction if all of it was rolled back
 * @param aborts where and when, one at most: sent only if {@code streaming} is {@code parallel}.
 *     {@code pgoutput.c: pgoutput_stream_abort}
 */
public record LogicalStreamAbort(int xid, int subxid, List<Abort> aborts)
    implements LogicalPayload {
  /** The first byte of the data. */
  public static final char KIND = 'A';

  public LogicalStreamAbort {
    aborts = List.copyOf(aborts);
    if (aborts.size() > 1) {
      throw new IllegalArgumentException(aborts.size() + " aborts (expected: one at most)");
    }
  }

  /**
   * Where and when it was rolled back.
   *
   * @param lsn of the abort
   * @param abortedAt microseconds since 2000-01-01
   */
  public record Abort(long lsn, long abortedAt) {}

  static LogicalStreamAbort read(BodyReader in) {
    int xid = in.int32();
    int subxid = in.int32();
    List<Abort> aborts =
        in.remaining() == 0 ? List.of() : List.of(new Abort(in.int64(), in.int64()));
    in.end();
    return new LogicalStreamAbort(xid, subxid, aborts);
  }

  @Override
  public char kind() {
    return KIND;
  }

  @Override
  public void write(BodyWriter out) {
    out.int32(xid);
    out.int32(subxid);
    for (Abort abort : aborts) {
      out.int64(abort.lsn());
      out.int64(abort.abortedAt());
    }
  }

  @Override
  public String toString() {
    return MessageText.fields(this);
  }
}
