package io.pgdouble.error;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Text that a frontend sent before anybody looks at encodings. PostgreSQL keeps the strings of a
 * startup packet as the bytes they are, UTF-8 or not, and complains about them with the same bytes.
 * Here a byte that belongs to no character of UTF-8 stands in a string as a low surrogate without
 * its high one, U+DC80 to U+DCFF, which no checked text contains.
 */
public final class UncheckedText {
  private static final char REPLACEMENT = '\uFFFD';
  private static final int STRAY = 0xdc00;

  private UncheckedText() {}

  /** The text of so many bytes. */
  public static String of(byte[] bytes, int from, int count) {
    String text = new String(bytes, from, count, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) < 0) {
      return text;
    }
    StringBuilder kept = new StringBuilder(count);
    int at = from;
    while (at < from + count) {
      int length = character(bytes, at, from + count);
      if (length == 0) {
        kept.append((char) (STRAY | bytes[at++] & 0xff));
      } else {
        kept.append(new String(bytes, at, length, StandardCharsets.UTF_8));
        at += length;
      }
    }
    return kept.toString();
  }

  /** How many bytes the character there has; 0 if there is none. */
  private static int character(byte[] bytes, int at, int end) {
    for (int length = 1; length <= 4 && at + length <= end; length++) {
      String one = new String(bytes, at, length, StandardCharsets.UTF_8);
      boolean replaced = one.charAt(0) == REPLACEMENT && !isReplacement(bytes, at, length);
      if (!replaced && one.codePointCount(0, one.length()) == 1) {
        return length;
      }
    }
    return 0;
  }

  /** Whether the character was sent as U+FFFD, and not put in place of what is none. */
  private static boolean isReplacement(byte[] bytes, int at, int length) {
    return length == 3
        && bytes[at] == (byte) 0xef
        && bytes[at + 1] == (byte) 0xbf
        && bytes[at + 2] == (byte) 0xbd;
  }

  /** Where the first byte stands that belongs to no character; -1 if all do. */
  public static int firstStray(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)) {
        i++;
      } else if (Character.isLowSurrogate(c)) {
        return i;
      }
    }
    return -1;
  }

  /** The bytes of a text, those included that belong to no character. */
  public static byte[] bytes(String text) {
    int stray = firstStray(text);
    if (stray < 0) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    int from = 0;
    while (stray >= 0) {
      bytes.writeBytes(text.substring(from, from + stray).getBytes(StandardCharsets.UTF_8));
      bytes.write(text.charAt(from + stray) & 0xff);
      from += stray + 1;
      stray = firstStray(text.substring(from));
    }
    bytes.writeBytes(text.substring(from).getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }
}
