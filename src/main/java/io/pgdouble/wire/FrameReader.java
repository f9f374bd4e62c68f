package io.pgdouble.wire;

import io.netty.buffer.ByteBuf;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import java.util.Optional;

/**
 * Cuts a stream of bytes into frames, however it is split. Holds no more of a frame than has
 * arrived: a length word alone does not make it allocate. {@code pqcomm.c: pq_getmessage}.
 */
public final class FrameReader {
  private static final int LENGTH_BYTES = 4;
  private static final int FIRST_CAPACITY = 8 * 1024;
  private static final byte[] NO_BYTES = {};

  private final int memoryLimit;
  private FrameLimits limits;
  private State state = State.READING_TYPE;
  private char type;
  private int limit;
  private int length;
  private int lengthBytes;
  private byte[] body = NO_BYTES;
  private int filled;

  private enum State {
    READING_TYPE,
    READING_LENGTH,
    READING_BODY,
    DISCARDING_BODY,
    COMPLETE
  }

  /**
   * A reader that waits for a type.
   *
   * @param memoryLimit the greatest body it will hold, in bytes; a greater one is read over, and
   *     {@link #tooGreat} says so, as PostgreSQL does where memory runs out
   */
  public FrameReader(FrameLimits limits, int memoryLimit) {
    this.limits = limits;
    this.memoryLimit = memoryLimit;
  }

  /** Sets what is expected from the next frame on. */
  public void limits(FrameLimits newLimits) {
    limits = newLimits;
  }

  /**
   * Reads on until a frame is complete.
   *
   * @return false if the bytes are used up before
   * @throws ReportedError FATAL for a type that is not expected; LOG, which nobody but the log may
   *     see, for an impossible length. Either is the end of the stream
   */
  public boolean next(ByteBuf in) {
    if (state == State.COMPLETE) {
      body = NO_BYTES;
      state = State.READING_TYPE;
    }
    if (state == State.READING_TYPE && isWhole(in)) {
      readWhole(in);
    }
    while (state != State.COMPLETE && (in.isReadable() || needsNoMore())) {
      step(in);
    }
    return state == State.COMPLETE;
  }

  /** Whether all of the next frame is there, behind a complete one, and of that type. */
  boolean isNext(char wanted, ByteBuf in) {
    return state == State.COMPLETE && isWhole(in) && in.getUnsignedByte(in.readerIndex()) == wanted;
  }

  /** Whether all of the next frame is there, which is the common case. */
  private boolean isWhole(ByteBuf in) {
    int available = in.readableBytes() - 1;
    return available >= LENGTH_BYTES
        && Integer.compareUnsigned(in.getInt(in.readerIndex() + 1), available) <= 0;
  }

  /** What goes wrong is left to be found step by step. */
  private void readWhole(ByteBuf in) {
    int at = in.readerIndex();
    int word = in.getInt(at + 1);
    type = (char) in.getUnsignedByte(at);
    limit = limits.greatestLength(type);
    if (word < LENGTH_BYTES || word > limit || word - LENGTH_BYTES > memoryLimit) {
      return;
    }
    length = word - LENGTH_BYTES;
    in.skipBytes(1 + LENGTH_BYTES);
    if (length > 0) {
      body = new byte[length];
      in.readBytes(body);
    }
    filled = length;
    state = State.COMPLETE;
  }

  private boolean needsNoMore() {
    return state == State.READING_BODY && length == 0;
  }

  private void step(ByteBuf in) {
    switch (state) {
      case READING_TYPE -> {
        type = (char) in.readUnsignedByte();
        limit = limits.greatestLength(type);
        lengthBytes = 0;
        length = 0;
        state = State.READING_LENGTH;
      }
      case READING_LENGTH -> readLength(in);
      case READING_BODY -> readBody(in);
      case DISCARDING_BODY -> discardBody(in);
      case COMPLETE -> throw new IllegalStateException("frame not taken");
    }
  }

  private void readLength(ByteBuf in) {
    if (lengthBytes == 0 && in.readableBytes() >= LENGTH_BYTES) {
      length = in.readInt();
    } else {
      length = length << 8 | in.readUnsignedByte();
      lengthBytes++;
      if (lengthBytes < LENGTH_BYTES) {
        return;
      }
    }
    if (length < LENGTH_BYTES || length > limit) {
      throw violation("invalid message length").toException();
    }
    length -= LENGTH_BYTES;
    filled = 0;
    state = length > memoryLimit ? State.DISCARDING_BODY : State.READING_BODY;
  }

  private void readBody(ByteBuf in) {
    if (filled == body.length && filled < length) {
      makeRoom(in.readableBytes());
    }
    int count = Math.min(in.readableBytes(), body.length - filled);
    in.readBytes(body, filled, count);
    filled += count;
    if (filled == length) {
      state = State.COMPLETE;
    }
  }

  /** Exactly enough if all has arrived, else twice as much as there is. */
  private void makeRoom(int available) {
    long wanted = Math.max((long) filled + available, Math.max(FIRST_CAPACITY, 2L * filled));
    byte[] greater = new byte[(int) Math.min(length, wanted)];
    System.arraycopy(body, 0, greater, 0, filled);
    body = greater;
  }

  private void discardBody(ByteBuf in) {
    int count = Math.min(in.readableBytes(), length - filled);
    in.skipBytes(count);
    filled += count;
    if (filled == length) {
      state = State.COMPLETE;
    }
  }

  /** The type of the complete frame. */
  public char type() {
    return type;
  }

  /** The body of the complete frame; empty if it was {@link #tooGreat}. */
  public byte[] body() {
    return body;
  }

  /** Whether the complete frame did not fit into memory. */
  public boolean tooGreat() {
    return length > memoryLimit;
  }

  /** What PostgreSQL says where there is no memory for a message. {@code aset.c}. */
  public ErrorReport outOfMemory() {
    return ErrorReport.error(SqlState.OUT_OF_MEMORY, "out of memory")
        .withDetail(
            "Failed on request of size "
                + ((long) length + 1)
                + " in memory context \"MessageContext\".");
  }

  /** What the log is told if the stream ends here; empty between two frames. */
  public Optional<ErrorReport> cut() {
    return switch (state) {
      case READING_TYPE, COMPLETE -> Optional.empty();
      case READING_LENGTH -> Optional.of(violation("unexpected EOF within message length word"));
      case READING_BODY, DISCARDING_BODY ->
          Optional.of(violation("incomplete message from client"));
    };
  }

  private static ErrorReport violation(String text) {
    return ErrorReport.of(Severity.LOG, SqlState.PROTOCOL_VIOLATION, text);
  }
}
