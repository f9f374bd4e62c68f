package io.pgdouble.engine.sql;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;

/** String literals of every kind ({@code scan.l}: the states xq, xe, xb, xh, xus and xdolq). */
final class StringScanner {
  private static final String UNTERMINATED = "unterminated quoted string";

  private final Lexer lexer;
  private final String sql;
  private final StringBuilder out = new StringBuilder();
  private boolean warnOnFirstEscape;
  private boolean sawBytes;

  StringScanner(Lexer lexer) {
    this.lexer = lexer;
    this.sql = lexer.sql;
  }

  int plain(int from) {
    if (!lexer.settings.standardConformingStrings()) {
      warnOnFirstEscape = true;
      return escaped(from);
    }
    int close = sql.indexOf('\'', from);
    if (close >= 0 && lexer.at(close + 1) != '\'' && !mayContinue(close + 1)) {
      lexer.end = close + 1;
      lexer.text = sql.substring(from, close);
      return Token.SCONST;
    }
    quoted(from, UNTERMINATED, true);
    return Token.SCONST;
  }

  int escape(int from) {
    return escaped(from);
  }

  /** A bit string, with the letter that tells its base in front; a quote cannot be doubled. */
  int bits(char letter) {
    out.append(letter);
    String kind = letter == 'b' ? "bit" : "hexadecimal";
    quoted(lexer.start + 2, "unterminated " + kind + " string literal", false);
    return letter == 'b' ? Token.BCONST : Token.XCONST;
  }

  int unicode(int from) {
    if (!lexer.settings.standardConformingStrings()) {
      throw lexer
          .error(
              SqlState.FEATURE_NOT_SUPPORTED,
              "unsafe use of string constant with Unicode escapes",
              lexer.start)
          .withDetail(
              "String constants with Unicode escapes cannot be used when"
                  + " standard_conforming_strings is off.")
          .toException();
    }
    quoted(from, UNTERMINATED, true);
    return Token.USCONST;
  }

  int dollarQuoted(int from) {
    String delimiter = sql.substring(lexer.start, from);
    int close = sql.indexOf(delimiter, from);
    if (close < 0) {
      lexer.end = lexer.length;
      throw lexer.syntaxError("unterminated dollar-quoted string");
    }
    lexer.end = close + delimiter.length();
    lexer.text = sql.substring(from, close);
    return Token.SCONST;
  }

  private void quoted(int from, String unterminated, boolean doubling) {
    int i = from;
    while (i < lexer.length) {
      int close = sql.indexOf('\'', i);
      if (close < 0) {
        break;
      }
      out.append(sql, i, close);
      if (doubling && lexer.at(close + 1) == '\'') {
        out.append('\'');
        i = close + 2;
        continue;
      }
      i = continuation(close + 1);
      if (i < 0) {
        lexer.end = close + 1;
        lexer.text = out.toString();
        return;
      }
    }
    lexer.end = lexer.length;
    throw lexer.syntaxError(unterminated);
  }

  private boolean mayContinue(int index) {
    return continuation(index) >= 0;
  }

  /**
   * Where a literal goes on after its closing quote: past whitespace with at least one newline, and
   * another quote. Negative where it does not.
   */
  private int continuation(int from) {
    int i = from;
    while (isHorizontal(i)) {
      i = lexer.at(i) == '-' ? lexer.skipLine(i) : i + 1;
    }
    if (!isNewline(lexer.at(i))) {
      return -1;
    }
    while (i < lexer.length) {
      char c = lexer.at(i);
      if (lexer.isSpace(c)) {
        i++;
      } else if (c == '-' && lexer.at(i + 1) == '-') {
        i = lexer.skipLine(i);
      } else {
        break;
      }
    }
    return lexer.at(i) == '\'' ? i + 1 : -1;
  }

  private boolean isHorizontal(int i) {
    char c = lexer.at(i);
    boolean space = lexer.isSpace(c) && !isNewline(c);
    return space || (c == '-' && lexer.at(i + 1) == '-');
  }

  private static boolean isNewline(char c) {
    return c == '\n' || c == '\r';
  }

  private int escaped(int from) {
    int i = from;
    while (i >= 0 && i < lexer.length) {
      char c = sql.charAt(i);
      if (c == '\\') {
        i = escapeAt(i);
      } else if (c != '\'') {
        out.append(c);
        i++;
      } else if (lexer.at(i + 1) == '\'') {
        out.append(c);
        i += 2;
      } else {
        lexer.end = i + 1;
        i = continuation(i + 1);
      }
    }
    if (i >= 0) {
      lexer.end = lexer.length;
      throw lexer.syntaxError(UNTERMINATED);
    }
    lexer.text = sawBytes ? EscapedBytes.decode(out) : out.toString();
    return Token.SCONST;
  }

  /** Resolves one escape; answers where it ends. */
  private int escapeAt(int i) {
    char c = lexer.at(i + 1);
    if (i + 1 >= lexer.length) {
      out.append('\\');
      return i + 1;
    }
    if (c >= '0' && c <= '7') {
      return number(i + 1, 8, 3);
    }
    if (c == 'x' && Character.digit(lexer.at(i + 2), 16) >= 0 && lexer.at(i + 2) < 0x80) {
      return number(i + 2, 16, 2);
    }
    if (c == 'u' || c == 'U') {
      return unicodeAt(i);
    }
    if (c == '\'') {
      checkQuote();
    }
    warnOfEscape(c);
    out.append(single(c));
    return i + 2;
  }

  private char single(char c) {
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> verticalTab() ? '\u000b' : c;
      default -> c;
    };
  }

  private boolean verticalTab() {
    return MajorChange.VERTICAL_TAB_HAS_AN_ESCAPE.isIn(lexer.settings.major());
  }

  private int number(int from, int radix, int most) {
    warnOfEscape('0');
    int i = from;
    int value = 0;
    while (i < from + most && lexer.at(i) < 0x80 && Character.digit(lexer.at(i), radix) >= 0) {
      value = value * radix + Character.digit(lexer.at(i++), radix);
    }
    int b = value & 0xFF;
    boolean raw = b == 0 || b >= 0x80;
    sawBytes |= raw;
    out.append(raw ? EscapedBytes.mark(b) : (char) b);
    return i;
  }

  private int unicodeAt(int i) {
    int first = codePoint(i);
    warnOfEscape('0');
    int after = i + width(i);
    if (first >= 0xDC00 && first <= 0xDFFF) {
      throw surrogateError(i, after);
    }
    if (first < 0xD800 || first > 0xDBFF) {
      append(first, i, after);
      return after;
    }
    if (lexer.at(after) != '\\' || (lexer.at(after + 1) != 'u' && lexer.at(after + 1) != 'U')) {
      throw surrogateError(after, Math.min(after + 1, lexer.length));
    }
    int second = codePoint(after);
    int stop = after + width(after);
    if (second < 0xDC00 || second > 0xDFFF) {
      throw surrogateError(after, stop);
    }
    append(((first & 0x3FF) << 10) + 0x10000 + (second & 0x3FF), after, stop);
    return stop;
  }

  private int width(int i) {
    return lexer.at(i + 1) == 'u' ? 6 : 10;
  }

  private int codePoint(int i) {
    long value = 0;
    for (int k = i + 2; k < i + width(i); k++) {
      int digit = lexer.at(k) < 0x80 ? Character.digit(lexer.at(k), 16) : -1;
      if (digit < 0) {
        throw lexer
            .error(SqlState.INVALID_ESCAPE_SEQUENCE, "invalid Unicode escape", i)
            .withHint("Unicode escapes must be \\uXXXX or \\UXXXXXXXX.")
            .toException();
      }
      value = value * 16 + digit;
    }
    return value > Character.MAX_CODE_POINT ? -1 : (int) value;
  }

  private void append(int codePoint, int from, int to) {
    if (codePoint <= 0) {
      throw errorAt(from, to, "invalid Unicode escape value");
    }
    out.appendCodePoint(codePoint);
  }

  private RuntimeException surrogateError(int from, int to) {
    return errorAt(from, to, "invalid Unicode surrogate pair");
  }

  private RuntimeException errorAt(int from, int to, String message) {
    lexer.start = from;
    lexer.end = to;
    return lexer.syntaxError(message);
  }

  private void checkQuote() {
    BackslashQuote mode = lexer.settings.backslashQuote();
    if (mode == BackslashQuote.OFF
        || (mode == BackslashQuote.SAFE_ENCODING && !lexer.settings.safeClientEncoding())) {
      throw lexer
          .error(
              SqlState.NONSTANDARD_USE_OF_ESCAPE_CHARACTER,
              "unsafe use of \\' in a string literal",
              lexer.start)
          .withHint("Use '' to write quotes in strings. \\' is insecure in client-only encodings.")
          .toException();
    }
  }

  private void warnOfEscape(char c) {
    if (!warnOnFirstEscape) {
      return;
    }
    warnOnFirstEscape = false;
    if (!lexer.settings.escapeStringWarning()) {
      return;
    }
    switch (c) {
      case '\'' ->
          warn(
              "nonstandard use of \\' in a string literal",
              "Use '' to write quotes in strings, or use the escape string syntax (E'...').");
      case '\\' ->
          warn(
              "nonstandard use of \\\\ in a string literal",
              "Use the escape string syntax for backslashes, e.g., E'\\\\'.");
      default ->
          warn(
              "nonstandard use of escape in a string literal",
              "Use the escape string syntax for escapes, e.g., E'\\r\\n'.");
    }
  }

  private void warn(String message, String hint) {
    lexer.warn(
        ErrorReport.warning(SqlState.NONSTANDARD_USE_OF_ESCAPE_CHARACTER, message)
            .withPosition(lexer.location(lexer.start) + 1)
            .withHint(hint));
  }
}
