package io.pgdouble.engine.regex;

import io.pgdouble.engine.regex.RegexOptions.Syntax;
import io.pgdouble.error.ErrorReport;

/**
 * A cursor over a pattern: its options at the beginning, white space where it is ignored, escapes.
 * Server: {@code regc_lex.c}.
 */
final class RegexLexer {
  private final int[] pattern;
  private RegexOptions options;
  private int at;

  RegexLexer(String pattern, RegexOptions options) {
    this.pattern = pattern.codePoints().toArray();
    this.options = options;
    prefixes();
  }

  RegexOptions options() {
    return options;
  }

  boolean atEnd() {
    return at >= pattern.length;
  }

  /** The character here; -1 at the end. */
  int peek() {
    return peek(0);
  }

  int peek(int distance) {
    return at + distance < pattern.length ? pattern[at + distance] : -1;
  }

  int take() {
    return pattern[at++];
  }

  boolean takes(int character) {
    if (peek() != character) {
      return false;
    }
    at++;
    return true;
  }

  void skip(int count) {
    at += count;
  }

  private boolean startsWith(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (peek(i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void prefixes() {
    if (options.syntax() == Syntax.LITERAL) {
      return;
    }
    if (startsWith("***") && peek(3) >= 0) {
      director(peek(3));
    }
    if (options.syntax() == Syntax.ADVANCED && startsWith("(?") && isLetter(peek(2))) {
      at += 2;
      embeddedOptions();
    }
    if (options.syntax() == Syntax.BASIC || options.syntax() == Syntax.EXTENDED) {
      throw ErrorReport.notSimulated("regular expressions other than advanced ones").toException();
    }
  }

  private void director(int character) {
    switch (character) {
      case '?' -> throw RegexError.BADPAT.report();
      case '=' -> options = literal();
      case ':' -> options = options.withSyntax(Syntax.ADVANCED);
      default -> throw RegexError.BADRPT.report();
    }
    at += 4;
  }

  private RegexOptions literal() {
    return new RegexOptions(
        options.ignoreCase(), false, false, false, Syntax.LITERAL, options.alphabet());
  }

  private void embeddedOptions() {
    while (isLetter(peek())) {
      RegexOptions changed = options.with(take());
      if (changed == null) {
        throw RegexError.BADOPT.report();
      }
      options = changed;
    }
    if (!takes(')')) {
      throw RegexError.BADOPT.report();
    }
    if (options.syntax() == Syntax.LITERAL) {
      options = literal();
    }
  }

  private static boolean isLetter(int character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
  }

  /** Passes what the expanded syntax ignores, and comments, which every syntax does. */
  void skipIgnored() {
    int before;
    do {
      before = at;
      if (options.expanded()) {
        skipSpaceAndComment();
      }
      if (startsWith("(?#")) {
        skipThrough(')');
      }
    } while (at != before);
  }

  private void skipThrough(int last) {
    while (!atEnd() && take() != last) {
      // Every character up to the last goes.
    }
  }

  private void skipSpaceAndComment() {
    while (!atEnd() && peek() < 0x80 && RegexClasses.isSpace(peek())) {
      at++;
    }
    if (peek() == '#') {
      while (!atEnd() && peek() != '\n') {
        at++;
      }
    }
  }

  /** Digits of a base after an escape. */
  int digits(int base, int least, int most) {
    long number = 0;
    int count = 0;
    while (count < most && peek() >= 0 && peek() < 0x80 && Character.digit(peek(), base) >= 0) {
      number = Math.min(number * base + Character.digit(take(), base), 0x7fffffffL);
      count++;
    }
    if (count < least) {
      throw RegexError.EESCAPE.report();
    }
    return (int) number;
  }

  /** The character of an octal escape, at most three digits and 255. */
  int octal() {
    int number = digits(8, 1, 3);
    if (number > 0xff) {
      at--;
      number >>= 3;
    }
    return number;
  }

  int position() {
    return at;
  }

  void reset(int position) {
    at = position;
  }
}
