package io.pgdouble.engine.sql;

import io.pgdouble.facts.MajorChange;

/**
 * Numbers and parameters ({@code scan.l}: decinteger … param_junk). Where several rules match, flex
 * takes the longest match, and the first rule among equals; the order of questions here follows.
 */
final class NumberScanner {
  private static final String JUNK = "trailing junk after numeric literal";

  private final Lexer lexer;

  NumberScanner(Lexer lexer) {
    this.lexer = lexer;
  }

  private boolean has(MajorChange change) {
    return change.isIn(lexer.settings.major());
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  int number() {
    boolean mayHaveRadix = has(MajorChange.INTEGER_RADIXES) && lexer.at(lexer.start) == '0';
    int radix = mayHaveRadix ? radix(lexer.at(lexer.start + 1)) : 10;
    return radix == 10 ? decimal() : inRadix(radix);
  }

  private static int radix(char c) {
    return switch (c) {
      case 'x', 'X' -> 16;
      case 'o', 'O' -> 8;
      case 'b', 'B' -> 2;
      default -> 10;
    };
  }

  private int inRadix(int radix) {
    int start = lexer.start;
    int word = lexer.identifierEnd(start + 1);
    int digits = digitsEnd(start + 2, radix);
    if (digits == word && digits > start + 2) {
      lexer.end = word;
      return integer(start + 2, radix);
    }
    lexer.end = word;
    boolean bare = word == start + 2 || (word == start + 3 && lexer.at(start + 2) == '_');
    throw lexer.syntaxError(bare ? invalid(radix) : JUNK);
  }

  private static String invalid(int radix) {
    String kind = radix == 16 ? "hexadecimal" : radix == 8 ? "octal" : "binary";
    return "invalid " + kind + " integer";
  }

  /** The end of digits, of which each may follow an underscore; the start if there are none. */
  private int digitsEnd(int from, int radix) {
    boolean mayBeGrouped = has(MajorChange.INTEGER_RADIXES);
    int i = from;
    while (true) {
      int digit = mayBeGrouped && lexer.at(i) == '_' ? i + 1 : i;
      if (!isDigit(lexer.at(digit), radix)) {
        return i;
      }
      i = digit + 1;
    }
  }

  private static boolean isDigit(char c, int radix) {
    return c < 0x80 && Character.digit(c, radix) >= 0;
  }

  private int integerEnd(int from) {
    return isDigit(lexer.at(from)) ? digitsEnd(from, 10) : from;
  }

  private int decimal() {
    int start = lexer.start;
    int whole = integerEnd(start);
    if (lexer.at(whole) == '.' && lexer.at(whole + 1) == '.' && whole > start) {
      lexer.end = whole;
      return integer(start, 10);
    }
    boolean fraction = lexer.at(whole) == '.';
    int mantissa = fraction ? integerEnd(whole + 1) : whole;
    int stop = exponentEnd(mantissa);
    rejectJunk(mantissa, stop);
    lexer.end = stop;
    if (fraction || stop > mantissa) {
      lexer.text = lexer.sql.substring(start, stop);
      return Token.FCONST;
    }
    return integer(start, 10);
  }

  /** The end of a complete exponent, or the place where one would begin. */
  private int exponentEnd(int mantissa) {
    char e = lexer.at(mantissa);
    if (e != 'e' && e != 'E') {
      return mantissa;
    }
    char sign = lexer.at(mantissa + 1);
    boolean signed = sign == '+' || sign == '-';
    int digits = mantissa + (signed ? 2 : 1);
    int stop = integerEnd(digits);
    if (stop == digits && signed && has(MajorChange.NUMBERS_END_AT_SPACE)) {
      lexer.end = digits;
      throw lexer.syntaxError(JUNK);
    }
    return stop == digits ? mantissa : stop;
  }

  private void rejectJunk(int mantissa, int stop) {
    int word = Math.max(lexer.identifierEnd(mantissa), lexer.identifierEnd(stop));
    if (word > stop && has(MajorChange.NUMBERS_END_AT_SPACE)) {
      lexer.end = word;
      throw lexer.syntaxError(JUNK);
    }
  }

  private int integer(int from, int radix) {
    long value = 0;
    for (int i = from; i < lexer.end; i++) {
      char c = lexer.at(i);
      value = c == '_' ? value : value * radix + Character.digit(c, radix);
      if (value > Integer.MAX_VALUE) {
        lexer.text = lexer.sql.substring(lexer.start, lexer.end);
        return Token.FCONST;
      }
    }
    lexer.number = (int) value;
    return Token.ICONST;
  }

  int parameter() {
    int i = lexer.start + 1;
    long value = 0;
    while (isDigit(lexer.at(i))) {
      long digit = lexer.at(i++) - '0';
      // atol saturates, and the result is cut to an int.
      value = value > (Long.MAX_VALUE - digit) / 10 ? Long.MAX_VALUE : value * 10 + digit;
    }
    lexer.end = has(MajorChange.NUMBERS_END_AT_SPACE) ? lexer.identifierEnd(i) : i;
    if (lexer.end > i) {
      throw lexer.syntaxError("trailing junk after parameter");
    }
    lexer.number = (int) value;
    return Token.PARAM;
  }
}
