package io.pgdouble.settings;

/** What the server does with letters where the locale must not matter: A to Z only. */
final class AsciiText {
  private AsciiText() {}

  /** {@code pg_ascii_tolower} of every character. */
  static String lower(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 'A' && text.charAt(i) <= 'Z') {
        return lowered(text);
      }
    }
    return text;
  }

  private static String lowered(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = chars[i] >= 'A' && chars[i] <= 'Z' ? (char) (chars[i] + 32) : chars[i];
    }
    return new String(chars);
  }

  /** {@code pg_ascii_toupper} of every character. */
  static String upper(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = chars[i] >= 'a' && chars[i] <= 'z' ? (char) (chars[i] - 32) : chars[i];
    }
    return new String(chars);
  }

  static boolean startsWithIgnoringCase(String text, String start) {
    return text.length() >= start.length()
        && lower(text.substring(0, start.length())).equals(lower(start));
  }

  /** C's {@code isspace} in the C locale. */
  static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
