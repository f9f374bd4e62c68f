package io.pgdouble.type;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.Arrays;

/**
 * Reads the binary form of a value from left to right, big-endian. Reading past the end is the
 * server's {@code 08P01}. Server: {@code pqformat.c: pq_getmsgint} and its neighbours.
 */
public final class BinaryReader {
  private final byte[] body;
  private final int end;
  private int next;

  public BinaryReader(byte[] body) {
    this(body, 0, body.length);
  }

  /** Reads {@code length} bytes of an array from an offset. */
  public BinaryReader(byte[] body, int offset, int length) {
    this.body = body;
    this.next = offset;
    this.end = offset + length;
  }

  /** Bytes not yet read. */
  public int remaining() {
    return end - next;
  }

  /** One byte that is no number ({@code pq_getmsgbyte}, which has a complaint of its own). */
  public byte letter() {
    if (remaining() == 0) {
      throw new ReportedError(SqlState.PROTOCOL_VIOLATION, "no data left in message");
    }
    return body[next++];
  }

  public byte int8() {
    need(1);
    return body[next++];
  }

  public short int16() {
    need(2);
    int value = (body[next] & 0xff) << 8 | body[next + 1] & 0xff;
    next += 2;
    return (short) value;
  }

  public int int32() {
    need(4);
    int value =
        (body[next] & 0xff) << 24
            | (body[next + 1] & 0xff) << 16
            | (body[next + 2] & 0xff) << 8
            | body[next + 3] & 0xff;
    next += 4;
    return value;
  }

  public long int64() {
    need(8);
    long high = int32();
    return high << 32 | int32() & 0xffffffffL;
  }

  public byte[] bytes(int count) {
    need(count);
    byte[] bytes = Arrays.copyOfRange(body, next, next + count);
    next += count;
    return bytes;
  }

  /** All bytes that remain. */
  public byte[] rest() {
    return bytes(remaining());
  }

  /** All bytes that remain, as text. */
  public String restAsText() {
    String text = Utf8.decode(body, next, remaining());
    next = end;
    return text;
  }

  /** A reader of the next {@code count} bytes, which this reader then has behind it. */
  public BinaryReader slice(int count) {
    need(count);
    BinaryReader part = new BinaryReader(body, next, count);
    next += count;
    return part;
  }

  private void need(int count) {
    if (count < 0 || count > end - next) {
      throw new ReportedError(SqlState.PROTOCOL_VIOLATION, "insufficient data left in message");
    }
  }
}
