package io.pgdouble.type;

import java.nio.charset.StandardCharsets;

/** The C library's view of characters in the C locale. */
final class Ascii {
  private Ascii() {}

  static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isAlpha(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  static boolean isAlnum(char c) {
    return isDigit(c) || isAlpha(c);
  }

  static boolean isPunct(char c) {
    return c > ' ' && c < 127 && !isAlnum(c);
  }

  /** The value of a hexadecimal digit, or -1. */
  static int hexDigit(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }

  static char toLower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }

  static String toLower(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      lower.append(toLower(text.charAt(i)));
    }
    return lower.toString();
  }

  static int skipSpaces(String text, int from) {
    int i = from;
    while (i < text.length() && isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  static String trim(String text) {
    int end = text.length();
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(Math.min(skipSpaces(text, 0), end), end);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
