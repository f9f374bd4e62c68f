package io.pgdouble.engine.function;

/** {@code btrim} and its kin: the characters of a set, off the ends. */
final class Trimming {
  private Trimming() {}

  static String both(String text, String set) {
    return right(left(text, set), set);
  }

  static String left(String text, String set) {
    int start = 0;
    while (start < text.length() && set.indexOf(text.codePointAt(start)) >= 0) {
      start += Character.charCount(text.codePointAt(start));
    }
    return text.substring(start);
  }

  static String right(String text, String set) {
    int end = text.length();
    while (end > 0 && set.indexOf(text.codePointBefore(end)) >= 0) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(0, end);
  }
}
