package io.pgdouble.engine.regex;

import io.pgdouble.error.ErrorReport;
import java.util.function.IntPredicate;

/** What follows a backslash. Server: {@code regc_lex.c: lexescape}. */
final class RegexEscapes {
  private RegexEscapes() {}

  /** {@code \d} and its kin; null for another letter. */
  static IntPredicate shorthand(int letter, RegexOptions options) {
    return switch (letter) {
      case 'd' -> RegexClasses.named("digit", options.alphabet());
      case 's' -> RegexClasses.named("space", options.alphabet());
      case 'w' -> RegexClasses.named("word", options.alphabet());
      case 'D' -> complement("digit", options);
      case 'S' -> complement("space", options);
      case 'W' -> complement("word", options);
      default -> null;
    };
  }

  /** A complement leaves newlines out, too, where dots do. */
  private static IntPredicate complement(String name, RegexOptions options) {
    IntPredicate set = RegexClasses.named(name, options.alphabet());
    return options.newlineStops() ? c -> c != '\n' && !set.test(c) : set.negate();
  }

  /** The one character an escape stands for, after the backslash. */
  static int character(RegexLexer lexer) {
    int letter = lexer.take();
    boolean plain =
        !(letter >= 'a' && letter <= 'z')
            && !(letter >= 'A' && letter <= 'Z')
            && !(letter >= '0' && letter <= '9');
    if (plain) {
      return letter;
    }
    return switch (letter) {
      case 'a' -> 7;
      case 'b' -> '\b';
      case 'B' -> '\\';
      case 'c' -> control(lexer);
      case 'e' -> 27;
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> inRange(lexer.digits(16, 4, 4));
      case 'U' -> inRange(lexer.digits(16, 8, 8));
      case 'v' -> 11;
      case 'x' -> inRange(lexer.digits(16, 1, 255));
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(lexer, letter);
      default -> throw RegexError.EESCAPE.report();
    };
  }

  private static int control(RegexLexer lexer) {
    if (lexer.atEnd()) {
      throw RegexError.EESCAPE.report();
    }
    return lexer.take() & 0x1f;
  }

  private static int inRange(int character) {
    if (character > 0x7ffffffe) {
      throw RegexError.EESCAPE.report();
    }
    return character;
  }

  private static int number(RegexLexer lexer, int digit) {
    if (digit != '0') {
      throw ErrorReport.notSimulated("back references in regular expressions").toException();
    }
    lexer.reset(lexer.position() - 1);
    return lexer.octal();
  }
}
