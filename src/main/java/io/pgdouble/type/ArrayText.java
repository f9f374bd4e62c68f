package io.pgdouble.type;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * The outline of an array's text: its dimensions, given or found by counting braces, before any
 * element is looked at. Server: {@code arrayfuncs.c: array_in}.
 *
 * @param contents where the first brace is
 */
record ArrayText(int[] dimensions, int[] lowerBounds, int contents) {
  private static final int FIRST_MAJOR = 14;

  static ArrayText parse(String text, char delimiter) {
    return new Parser(text, delimiter, FIRST_MAJOR).parse();
  }

  /** What stands before the first brace, and nothing of what is in it. */
  static ArrayText outline(String text, int major) {
    return new Parser(text, ',', major).outline();
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
    private final boolean once;
    private int count;
    private int next;

    Parser(String text, char delimiter, int major) {
      this.text = text;
      this.delimiter = delimiter;
      this.once = MajorChange.ARRAYS_ARE_READ_ONCE.isIn(major);
    }

    ArrayText parse() {
      ArrayText outline = outline();
      int[] found = ArrayBraces.count(text, next, delimiter);
      if (count == 0) {
        int[] ones = new int[found.length];
        Arrays.fill(ones, 1);
        return new ArrayText(found, ones, next);
      }
      if (!Arrays.equals(outline.dimensions(), found)) {
        throw malformed(text, "Specified array dimensions do not match array contents.");
      }
      return outline;
    }

    ArrayText outline() {
      skipSpaces();
      while (peek() == '[') {
        dimension();
        skipSpaces();
      }
      if (count == 0) {
        requireBrace("Array value must start with \"{\" or dimension information.");
        return new ArrayText(new int[0], new int[0], next);
      }
      if (peek() != '=') {
        throw malformed(text, "Missing \"=\" after array dimensions.");
      }
      next++;
      skipSpaces();
      requireBrace("Array contents must start with \"{\".");
      int[] given = Arrays.copyOf(dimensions, count);
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
        throw once ? ArrayReader.tooManyDimensions() : ArrayIo.tooManyDimensions(count + 1);
      }
      int upper = limit("\"[\" must introduce explicitly-specified array dimensions.");
      int lower = 1;
      if (peek() == ':') {
        next++;
        lower = upper;
        upper = limit("Missing array dimension value.");
      }
      if (peek() != ']') {
        throw malformed(text, "Missing \"]\" after array dimensions.");
      }
      next++;
      if (upper < lower) {
        throw new ReportedError(
            SqlState.ARRAY_SUBSCRIPT_ERROR, "upper bound cannot be less than lower bound");
      }
      if (once) {
        requireSize(lower, upper);
      }
      lowerBounds[count] = lower;
      // May overflow as it does in the server, to be caught where sizes are compared.
      dimensions[count++] = upper - lower + 1;
    }

    private static void requireSize(int lower, int upper) {
      if (upper == Integer.MAX_VALUE) {
        throw new ReportedError(
            SqlState.PROGRAM_LIMIT_EXCEEDED, "array upper bound is too large: " + upper);
      }
      if ((long) upper - lower + 1 > Integer.MAX_VALUE) {
        throw new ReportedError(
            SqlState.PROGRAM_LIMIT_EXCEEDED,
            "array size exceeds the maximum allowed (" + ArrayIo.MAX_SIZE + ")");
      }
    }

    private int limit(String complaint) {
      return once ? whole(complaint) : bound(complaint);
    }

    /** An integer as C's {@code strtol} reads it ({@code ReadDimensionInt}). */
    private int whole(String complaint) {
      int start = next;
      int digits = peek() == '-' || peek() == '+' ? next + 1 : next;
      int end = digits;
      while (end < text.length() && isDigitAt(end)) {
        end++;
      }
      if (end == digits) {
        throw malformed(text, complaint);
      }
      next = end;
      BigInteger value = new BigInteger(text.substring(start, end));
      if (value.bitLength() >= Integer.SIZE) {
        throw new ReportedError(
            SqlState.PROGRAM_LIMIT_EXCEEDED, "array bound is out of integer range");
      }
      return value.intValue();
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
