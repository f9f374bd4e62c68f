package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/** Texts made of other texts. Source: {@code oracle_compat.c}, {@code varlena.c}. */
final class Strings {
  /** {@code MaxAllocSize}: what the server can hold in one value, in bytes. */
  static final long MAX_ALLOC_SIZE = 0x3fffffffL;

  /** What the double holds in one value it makes itself, in UTF-16 units. */
  private static final long MAX_SIMULATED_LENGTH = 1L << 27;

  private static final int HEADER = 4;

  private Strings() {}

  /**
   * Reports what the server reports of a result it cannot hold, and refuses what it could hold but
   * the double will not.
   */
  static void checkLength(long octets) {
    if (octets + HEADER > MAX_ALLOC_SIZE) {
      throw FunctionErrors.requestedLengthTooLarge();
    }
    if (octets > MAX_SIMULATED_LENGTH) {
      throw ErrorReport.notSimulated("values of more than 128 MB").toException();
    }
  }

  static String repeat(String text, int count) {
    int times = Math.max(count, 0);
    long octets = (long) CodePoints.octets(text) * times;
    checkLength(octets);
    return text.repeat(times);
  }

  static String replace(String text, String from, String to) {
    if (from.isEmpty() || text.isEmpty()) {
      return text;
    }
    return text.replace(from, to);
  }

  static String translate(String text, String from, String to) {
    int[] sources = from.codePoints().toArray();
    int[] targets = to.codePoints().toArray();
    StringBuilder result = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      int at = indexOf(sources, point);
      if (at < 0) {
        result.appendCodePoint(point);
      } else if (at < targets.length) {
        result.appendCodePoint(targets[at]);
      }
      i += Character.charCount(point);
    }
    return result.toString();
  }

  private static int indexOf(int[] points, int point) {
    for (int i = 0; i < points.length; i++) {
      if (points[i] == point) {
        return i;
      }
    }
    return -1;
  }

  static String character(int code) {
    if (code < 0) {
      throw FunctionErrors.invalidParameter("character number must be positive");
    }
    if (code == 0) {
      throw limit("null character not permitted");
    }
    if (code > Character.MAX_CODE_POINT) {
      throw limit("requested character too large for encoding: " + code);
    }
    if (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE) {
      throw limit("requested character not valid for encoding: " + code);
    }
    return Character.toString(code);
  }

  private static ReportedError limit(String message) {
    return new ReportedError(SqlState.PROGRAM_LIMIT_EXCEEDED, message);
  }
}
