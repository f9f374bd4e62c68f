package io.pgdouble.type;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.nio.charset.StandardCharsets;

/**
 * Text as the server stores it. Bytes that are no UTF-8, and the zero byte, are {@code 22021}.
 * Server: {@code mbutils.c: report_invalid_encoding}, {@code wchar.c: pg_utf8_islegal}.
 */
public final class Utf8 {
  private Utf8() {}

  /**
   * @throws ReportedError {@code 22021} with the bytes of the first character that is not valid
   */
  public static String decode(byte[] bytes) {
    return decode(bytes, 0, bytes.length);
  }

  /** Decodes a part of an array. */
  public static String decode(byte[] bytes, int offset, int length) {
    int end = offset + length;
    int position = offset;
    while (position < end) {
      byte first = bytes[position];
      if (first > 0) {
        position++;
        continue;
      }
      int size = first == 0 ? 0 : sequenceLength(first);
      if (size == 0 || position + size > end || !isLegal(bytes, position, size)) {
        throw invalid(bytes, position, end);
      }
      position += size;
    }
    return new String(bytes, offset, length, StandardCharsets.UTF_8);
  }

  /** Characters (code points) of a text. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static ReportedError invalid(byte[] bytes, int position, int end) {
    int shown = Math.min(Math.max(1, sequenceLength(bytes[position])), end - position);
    StringBuilder hex = new StringBuilder();
    for (int i = position; i < position + shown; i++) {
      hex.append(hex.length() == 0 ? "" : " ").append(String.format("0x%02x", bytes[i] & 0xff));
    }
    return new ReportedError(
        SqlState.CHARACTER_NOT_IN_REPERTOIRE,
        "invalid byte sequence for encoding \"UTF8\": " + hex);
  }

  /** What the first byte promises, as {@code pg_utf_mblen} reads it. */
  private static int sequenceLength(byte first) {
    if ((first & 0x80) == 0) {
      return 1;
    }
    if ((first & 0xe0) == 0xc0) {
      return 2;
    }
    if ((first & 0xf0) == 0xe0) {
      return 3;
    }
    return (first & 0xf8) == 0xf0 ? 4 : 1;
  }

  private static boolean isLegal(byte[] bytes, int at, int size) {
    int first = bytes[at] & 0xff;
    if (first < 0xc2 || first > 0xf4) {
      return false;
    }
    for (int i = 2; i < size; i++) {
      if ((bytes[at + i] & 0xc0) != 0x80) {
        return false;
      }
    }
    int second = bytes[at + 1] & 0xff;
    return second >= lowestSecond(first) && second <= highestSecond(first);
  }

  private static int lowestSecond(int first) {
    if (first == 0xe0) {
      return 0xa0;
    }
    return first == 0xf0 ? 0x90 : 0x80;
  }

  private static int highestSecond(int first) {
    if (first == 0xed) {
      return 0x9f;
    }
    return first == 0xf4 ? 0x8f : 0xbf;
  }
}
