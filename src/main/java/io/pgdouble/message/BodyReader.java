package io.pgdouble.message;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.Arrays;

/**
 * A cursor over the body of one message, which holds PostgreSQL's own complaints about malformed
 * ones. Every method throws {@link ReportedError} with 08P01 if the body is not what it should be.
 * {@code pqformat.c: pq_getmsg*}.
 */
public final class BodyReader {
  private static final short[] NO_NUMBERS = {};
  private static final byte[][] NO_VALUES = {};

  private final byte[] body;
  private final ClientEncoding encoding;
  private int position;

  public BodyReader(byte[] body) {
    this(body, ClientEncoding.UTF8);
  }

  /** A cursor at the start of a body whose strings are in that encoding. */
  public BodyReader(byte[] body, ClientEncoding encoding) {
    this.body = body;
    this.encoding = encoding;
  }

  /** How many bytes are left. */
  public int remaining() {
    return body.length - position;
  }

  /** One byte, 0 to 255. {@code pq_getmsgbyte}. */
  public int byte1() {
    if (position >= body.length) {
      throw violation("no data left in message");
    }
    return body[position++] & 0xff;
  }

  /** Two bytes, 0 to 65535: PostgreSQL reads counts as unsigned. {@code pq_getmsgint}. */
  public int int16() {
    int at = advance(2);
    return (body[at] & 0xff) << 8 | body[at + 1] & 0xff;
  }

  /** Four bytes. */
  public int int32() {
    int at = advance(4);
    return (body[at] & 0xff) << 24
        | (body[at + 1] & 0xff) << 16
        | (body[at + 2] & 0xff) << 8
        | body[at + 3] & 0xff;
  }

  /** Eight bytes. */
  public long int64() {
    long high = int32();
    return high << 32 | int32() & 0xffffffffL;
  }

  /**
   * A count of two bytes, of things that take so many bytes at least. What the body cannot hold
   * fails here and not after it was allocated.
   */
  public int count(int leastBytes) {
    int count = int16();
    if ((long) count * leastBytes > remaining()) {
      throw insufficient();
    }
    return count;
  }

  /** The same of four bytes; greater than any body if the first bit is set. */
  int longCount(int leastBytes) {
    int count = int32();
    if (count < 0 || (long) count * leastBytes > remaining()) {
      throw insufficient();
    }
    return count;
  }

  /** A string up to its zero byte. {@code pq_getmsgstring}. */
  public String string() {
    int end = position;
    while (end < body.length && body[end] != 0) {
      end++;
    }
    if (end >= body.length) {
      throw violation("invalid string in message");
    }
    String value = end == position ? "" : encoding.decode(body, position, end - position);
    position = end + 1;
    return value;
  }

  /** So many bytes. {@code pq_getmsgbytes}. */
  public byte[] bytes(int count) {
    int at = advance(count);
    return Arrays.copyOfRange(body, at, at + count);
  }

  /** Whatever is left. */
  public byte[] rest() {
    byte[] rest = position == 0 ? body : Arrays.copyOfRange(body, position, body.length);
    position = body.length;
    return rest;
  }

  /** Four bytes of length and as many bytes; null for length -1. */
  public byte[] counted() {
    int count = int32();
    return count == -1 ? null : bytes(count);
  }

  /** A count of two bytes and as many numbers of two bytes. */
  public short[] int16s() {
    int count = count(2);
    if (count == 0) {
      return NO_NUMBERS;
    }
    short[] values = new short[count];
    for (int i = 0; i < values.length; i++) {
      values[i] = (short) int16();
    }
    return values;
  }

  /** A count of two bytes and as many counted values. */
  public byte[][] values() {
    int count = count(4);
    if (count == 0) {
      return NO_VALUES;
    }
    byte[][] values = new byte[count][];
    for (int i = 0; i < values.length; i++) {
      values[i] = counted();
    }
    return values;
  }

  /** Complains if anything is left. {@code pq_getmsgend}. */
  public void end() {
    if (position != body.length) {
      throw violation("invalid message format");
    }
  }

  private int advance(int count) {
    if (count < 0 || count > remaining()) {
      throw insufficient();
    }
    int at = position;
    position += count;
    return at;
  }

  private static ReportedError insufficient() {
    return violation("insufficient data left in message");
  }

  private static ReportedError violation(String message) {
    return new ReportedError(SqlState.PROTOCOL_VIOLATION, message);
  }
}
