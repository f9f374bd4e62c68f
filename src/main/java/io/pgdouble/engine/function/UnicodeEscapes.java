package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/** {@code unistr}. Source: {@code varlena.c: unistr}. */
final class UnicodeEscapes {
  private final String text;
  private final StringBuilder result = new StringBuilder();
  private int position;
  private char pendingHigh;

  private UnicodeEscapes(String text) {
    this.text = text;
  }

  static String decode(String text) {
    return new UnicodeEscapes(text).decode();
  }

  private String decode() {
    while (position < text.length()) {
      if (text.charAt(position) == '\\') {
        escape();
      } else {
        plain(1);
      }
    }
    if (pendingHigh != 0) {
      throw invalidPair();
    }
    return result.toString();
  }

  private void plain(int length) {
    if (pendingHigh != 0) {
      throw invalidPair();
    }
    result.append(text.charAt(position));
    position += length;
  }

  private void escape() {
    if (text.startsWith("\\", position + 1)) {
      plain(2);
    } else if (hasHex(1, 4)) {
      take(1, 4);
    } else if (text.startsWith("u", position + 1) && hasHex(2, 4)) {
      take(2, 4);
    } else if (text.startsWith("+", position + 1) && hasHex(2, 6)) {
      take(2, 6);
    } else if (text.startsWith("U", position + 1) && hasHex(2, 8)) {
      take(2, 8);
    } else {
      throw ErrorReport.error(SqlState.SYNTAX_ERROR, "invalid Unicode escape")
          .withHint("Unicode escapes must be \\XXXX, \\+XXXXXX, \\uXXXX, or \\UXXXXXXXX.")
          .toException();
    }
  }

  private boolean hasHex(int offset, int digits) {
    int from = position + offset;
    if (from + digits > text.length()) {
      return false;
    }
    for (int i = from; i < from + digits; i++) {
      if (text.charAt(i) > 'f' || Character.digit(text.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private void take(int offset, int digits) {
    int from = position + offset;
    long code = Long.parseLong(text, from, from + digits, 16);
    if (code == 0 || code > Character.MAX_CODE_POINT) {
      throw FunctionErrors.invalidParameter(
          String.format("invalid Unicode code point: %04X", code));
    }
    append((int) code);
    position = from + digits;
  }

  private void append(int code) {
    boolean low = code >= Character.MIN_LOW_SURROGATE && code <= Character.MAX_LOW_SURROGATE;
    if (low != (pendingHigh != 0)) {
      throw invalidPair();
    }
    if (low) {
      result.append(pendingHigh).append((char) code);
      pendingHigh = 0;
    } else if (code >= Character.MIN_HIGH_SURROGATE && code <= Character.MAX_HIGH_SURROGATE) {
      pendingHigh = (char) code;
    } else {
      result.appendCodePoint(code);
    }
  }

  private static ReportedError invalidPair() {
    return new ReportedError(SqlState.SYNTAX_ERROR, "invalid Unicode surrogate pair");
  }
}
