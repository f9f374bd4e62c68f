package io.pgdouble.type;

import java.nio.charset.StandardCharsets;

/** Texts as names: at most 63 bytes of UTF-8 ({@code NAMEDATALEN} less the zero byte). */
public final class NameText {
  /** {@code NAMEDATALEN}, with the zero byte at the end. */
  static final int NAMEDATALEN = 64;

  private NameText() {}

  /**
   * A text cut between characters, so that a suffix still fits ({@code pg_mbcliplen}).
   *
   * @param suffix bytes that are to be left free, from 0 to 62
   */
  public static String cut(String text, int suffix) {
    int limit = NAMEDATALEN - 1 - suffix;
    if (text.length() * 3 <= limit) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= limit) {
      return text;
    }
    int end = limit;
    while ((bytes[end] & 0xc0) == 0x80) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }
}
