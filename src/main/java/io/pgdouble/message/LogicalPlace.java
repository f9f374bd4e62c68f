package io.pgdouble.message;

/**
 * Where in the output of logical decoding a message stands: between Stream Start and Stream Stop
 * some carry the transaction's id, which nothing in their own bytes tells. {@code worker.c:
 * in_streamed_transaction}.
 */
public enum LogicalPlace {
  /** Between Stream Start and Stream Stop. */
  IN_STREAM,
  /** Anywhere else. */
  OUTSIDE_STREAM;

  /** Where the message after this one stands. */
  public LogicalPlace after(LogicalPayload payload) {
    if (payload instanceof LogicalStreamStart) {
      return IN_STREAM;
    }
    return payload instanceof LogicalStreamStop ? OUTSIDE_STREAM : this;
  }

  /** The id of the streamed transaction; 0 ({@code InvalidTransactionId}) where none is sent. */
  int xid(BodyReader in) {
    return this == IN_STREAM ? in.int32() : 0;
  }

  /** {@code proto.c}: only a valid id is sent. */
  static void writeXid(int xid, BodyWriter out) {
    if (xid != 0) {
      out.int32(xid);
    }
  }
}
