package io.pgdouble.engine.sql;

import io.pgdouble.error.SqlState;

/** The escapes of {@code U&'…'} and {@code U&"…"} ({@code parser.c: str_udeescape}). */
final class UnicodeEscapes {
  private final Lexer lexer;
  private final String in;
  private final int origin;
  private final StringBuilder out = new StringBuilder();
  private int highSurrogate;

  private UnicodeEscapes(Lexer lexer, String in, int origin) {
    this.lexer = lexer;
    this.in = in;
    this.origin = origin;
  }

  static boolean isEscape(char c, Lexer lexer) {
    return Character.digit(c, 16) < 0
        && c != '+'
        && c != '\''
        && c != '"'
        && !lexer.isSpace(c)
        && c < 0x80;
  }

  /**
   * @param origin where the contents begin in the query string; an error's position counts from
   *     there in the unquoted contents, as PostgreSQL's does
   */
  static String resolve(Lexer lexer, String in, char escape, int origin) {
    if (in.indexOf(escape) < 0) {
      return in;
    }
    return new UnicodeEscapes(lexer, in, origin).resolve(escape);
  }

  private String resolve(char escape) {
    int i = 0;
    while (i < in.length()) {
      char c = in.charAt(i);
      if (c == escape && at(i + 1) != escape) {
        i = numbered(i);
        continue;
      }
      rejectUnpaired(i);
      out.append(c);
      i += c == escape ? 2 : 1;
    }
    rejectUnpaired(i);
    return out.toString();
  }

  private char at(int index) {
    return index < in.length() ? in.charAt(index) : 0;
  }

  private int numbered(int i) {
    boolean wide = at(i + 1) == '+';
    int digits = i + (wide ? 2 : 1);
    int stop = digits + (wide ? 6 : 4);
    int codePoint = 0;
    for (int k = digits; k < stop; k++) {
      int digit = at(k) < 0x80 ? Character.digit(at(k), 16) : -1;
      if (digit < 0) {
        throw lexer
            .error(SqlState.SYNTAX_ERROR, "invalid Unicode escape", origin + i)
            .withHint("Unicode escapes must be \\XXXX or \\+XXXXXX.")
            .toException();
      }
      codePoint = codePoint * 16 + digit;
    }
    add(codePoint, i);
    return stop;
  }

  private void add(int codePoint, int i) {
    if (codePoint == 0 || codePoint > Character.MAX_CODE_POINT) {
      throw error("invalid Unicode escape value", i);
    }
    boolean low = codePoint >= 0xDC00 && codePoint <= 0xDFFF;
    if (low != (highSurrogate != 0)) {
      throw error("invalid Unicode surrogate pair", i);
    }
    if (low) {
      out.appendCodePoint(((highSurrogate & 0x3FF) << 10) + 0x10000 + (codePoint & 0x3FF));
      highSurrogate = 0;
    } else if (codePoint >= 0xD800 && codePoint <= 0xDBFF) {
      highSurrogate = codePoint;
    } else {
      out.appendCodePoint(codePoint);
    }
  }

  private void rejectUnpaired(int i) {
    if (highSurrogate != 0) {
      throw error("invalid Unicode surrogate pair", i);
    }
  }

  private RuntimeException error(String message, int i) {
    return lexer.error(SqlState.SYNTAX_ERROR, message, origin + i).toException();
  }
}
