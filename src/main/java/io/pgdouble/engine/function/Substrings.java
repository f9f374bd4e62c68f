package io.pgdouble.engine.function;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/** Parts of texts, by characters counted from 1. Source: {@code varlena.c}. */
final class Substrings {
  private Substrings() {}

  static ReportedError negativeLength() {
    return new ReportedError(SqlState.SUBSTRING_ERROR, "negative substring length not allowed");
  }

  /** Everything from a character on; a start before the text is its beginning. */
  static String from(String text, int start) {
    return start <= 1 ? text : text.substring(CodePoints.offset(text, start - 1));
  }

  /** {@code text_substring}: a start before the text uses up length. */
  static String of(String text, int start, int length) {
    if (length < 0) {
      throw negativeLength();
    }
    long end = (long) start + length;
    if (end != (int) end) {
      return from(text, start);
    }
    if (end <= 1) {
      return "";
    }
    int first = Math.max(start, 1);
    String rest = from(text, first);
    return CodePoints.first(rest, (int) (end - first));
  }

  /** {@code text_overlay}. */
  static String overlay(String text, String replacement, int start, int length) {
    if (start <= 0) {
      throw negativeLength();
    }
    int end = Integers.add(start, length);
    return of(text, 1, start - 1) + replacement + from(text, end);
  }

  static String left(String text, int count) {
    int characters = count < 0 ? CodePoints.length(text) + count : count;
    return characters <= 0 ? "" : CodePoints.first(text, characters);
  }

  static String right(String text, int count) {
    // The least integer has no opposite: the server then skips nothing.
    int skipped = count < 0 ? -count : CodePoints.length(text) - count;
    return skipped <= 0 ? text : text.substring(CodePoints.offset(text, skipped));
  }

  /** 0 where it does not occur. */
  static int position(String text, String searched) {
    int index = text.indexOf(searched);
    return index < 0 ? 0 : text.codePointCount(0, index) + 1;
  }
}
