package io.pgdouble.engine.function;

/** Text by characters as the server counts them: code points, where Java counts UTF-16 units. */
final class CodePoints {
  private CodePoints() {}

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Order of the UTF-8 bytes, which is that of the code points: collation {@code C}. */
  static int compare(String left, String right) {
    int end = Math.min(left.length(), right.length());
    for (int i = 0; i < end; i++) {
      char first = left.charAt(i);
      char second = right.charAt(i);
      if (first != second) {
        return rank(first) - rank(second);
      }
    }
    return left.length() - right.length();
  }

  /** Surrogates stand for code points above all others. */
  private static int rank(char unit) {
    return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
  }

  /** The UTF-16 index of a character counted from 0; the end of the text where it is shorter. */
  static int offset(String text, int characters) {
    if (characters >= text.length()) {
      return text.length();
    }
    int index = 0;
    for (int i = 0; i < characters && index < text.length(); i++) {
      index += Character.charCount(text.codePointAt(index));
    }
    return index;
  }

  /** The first characters of a text. */
  static String first(String text, int characters) {
    return characters >= text.length() ? text : text.substring(0, offset(text, characters));
  }

  /** How many bytes the text has in UTF-8. */
  static int octets(String text) {
    int octets = 0;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      octets += unit < 0x80 ? 1 : unit < 0x800 || Character.isSurrogate(unit) ? 2 : 3;
    }
    return octets;
  }

  /** The longest beginning of whole characters within a number of UTF-8 bytes. */
  static String clipOctets(String text, int limit) {
    if (text.length() * 3 <= limit || octets(text) <= limit) {
      return text;
    }
    int octets = 0;
    int index = 0;
    while (index < text.length()) {
      int point = text.codePointAt(index);
      octets += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      if (octets > limit) {
        break;
      }
      index += Character.charCount(point);
    }
    return text.substring(0, index);
  }

  static String stripTrailingSpaces(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.substring(0, end);
  }

  /** {@code lower}, {@code upper}: see {@link CaseMapping}. */
  static String map(String text, java.util.function.IntUnaryOperator mapping) {
    StringBuilder result = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      result.appendCodePoint(mapping.applyAsInt(point));
      i += Character.charCount(point);
    }
    return result.toString();
  }
}
