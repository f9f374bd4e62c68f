package io.pgdouble.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads a message body from left to right. */
final class BodyCursor {

  private final byte[] body;
  private int at;

  BodyCursor(byte[] body) {
    this.body = body;
  }

  int remaining() {
    return body.length - at;
  }

  byte int8() {
    return take(1)[0];
  }

  int int16() {
    byte[] b = take(2);
    return (b[0] & 0xff) << 8 | (b[1] & 0xff);
  }

  int int32() {
    byte[] b = take(4);
    return (b[0] & 0xff) << 24 | (b[1] & 0xff) << 16 | (b[2] & 0xff) << 8 | (b[3] & 0xff);
  }

  /** The bytes up to the next zero, which is passed over. */
  byte[] string() {
    int end = at;
    while (end < body.length && body[end] != 0) {
      end++;
    }
    byte[] bytes = take(end - at);
    take(1);
    return bytes;
  }

  String text() {
    return new String(string(), StandardCharsets.UTF_8);
  }

  /**
   * The next bytes.
   *
   * @throws MalformedBodyException if there are fewer, or the count is negative
   */
  byte[] take(int count) {
    if (count < 0 || count > remaining()) {
      throw new MalformedBodyException();
    }
    at += count;
    return Arrays.copyOfRange(body, at - count, at);
  }

  /** The body does not fit the layout its type has. */
  static final class MalformedBodyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedBodyException() {
      super("body does not fit its layout");
    }
  }
}
