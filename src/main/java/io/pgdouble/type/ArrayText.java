package io.pgdouble.type;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.Arrays;

/**
 * The outline of an array's text: its dimensions, given or found by counting braces, before any
 * element is looked at. Server: {@code arrayfuncs.c: array_in}.
 *
 * @param contents where the first brace is
 */
record ArrayText(int[] dimensions, int[] lowerBounds, int contents) {

  static ArrayText parse(String text, char delimiter) {
    return new Parser(text, delimiter).parse();
  }

  static ReportedError malformed(String text, String detail) {
    return ErrorReport.error(
            SqlState.INVALID_TEXT_REPRESENTATION, "malformed array literal: \"" + text + "\"")
        .withDetail(detail)
        .toException();
  }

  /** Reads the dimensions before the braces. */
  private static final class Parser {
    private final String text;
    private final char delimiter;
    private final int[] dimensions = new int[ArrayValue.MAX_DIMENSIONS];
    private final int[] lowerBounds = new int[ArrayValue.MAX_DIMENSIONS];
    private int count;
    private int next;

    Parser(String text, char delimiter) {
      this.text = text;
      this.delimiter = delimiter;
    }

    ArrayText parse() {
      skipSpaces();
      while (peek() == '[') {
        dimension();
        skipSpaces();
      }
      if (count == 0) {
        requireBrace("Array value must start with \"{\" or dimension information.");
        int[] found = ArrayBraces.count(text, next, delimiter);
        int[] ones = new int[found.length];
        Arrays.fill(ones, 1);
        return new ArrayText(found, ones, next);
      }
      if (peek() != '=') {
        throw malformed(text, "Missing \"=\" after array dimensions.");
      }
      next++;
      skipSpaces();
      requireBrace("Array contents must start with \"{\".");
      int[] given = Arrays.copyOf(dimensions, count);
      if (!Arrays.equals(given, ArrayBraces.count(text, next, delimiter))) {
        throw malformed(text, "Specified array dimensions do not match array contents.");
      }
      return new ArrayText(given, Arrays.copyOf(lowerBounds, count), next);
    }

    private void requireBrace(String complaint) {
      if (peek() != '{') {
        throw malformed(text, complaint);
      }
    }

    private void dimension() {
      next++;
      if (count >= ArrayValue.MAX_DIMENSIONS) {
        throw ArrayIo.tooManyDimensions(count + 1);
      }
      int upper = bound("\"[\" must introduce explicitly-specified array dimensions.");
      int lower = 1;
      if (peek() == ':') {
        next++;
        lower = upper;
        upper = bound("Missing array dimension value.");
      }
      if (peek() != ']') {
        throw malformed(text, "Missing \"]\" after array dimensions.");
      }
      next++;
      if (upper < lower) {
        throw new ReportedError(
            SqlState.ARRAY_SUBSCRIPT_ERROR, "upper bound cannot be less than lower bound");
      }
      lowerBounds[count] = lower;
      // May overflow as it does in the server, to be caught where sizes are compared.
      dimensions[count++] = upper - lower + 1;
    }

    /** Digits and signs in any order, then read as C's {@code atoi} does. */
    private int bound(String complaint) {
      int start = next;
      while (Ascii.isDigit(peek()) || peek() == '-' || peek() == '+') {
        next++;
      }
      if (next == start) {
        throw malformed(text, complaint);
      }
      boolean signed = !Ascii.isDigit(text.charAt(start));
      long value = 0;
      for (int i = signed ? start + 1 : start; i < next && isDigitAt(i); i++) {
        boolean clamped = value > (Long.MAX_VALUE - 9) / 10;
        value = clamped ? Long.MAX_VALUE : value * 10 + text.charAt(i) - '0';
      }
      return (int) (text.charAt(start) == '-' ? -value : value);
    }

    private boolean isDigitAt(int index) {
      return Ascii.isDigit(text.charAt(index));
    }

    private void skipSpaces() {
      next = Ascii.skipSpaces(text, next);
    }

    private char peek() {
      return next < text.length() ? text.charAt(next) : '\0';
    }
  }
}
