package io.pgdouble.engine.regex;

import io.pgdouble.error.ErrorReport;
import java.util.function.IntPredicate;

/**
 * Character classes in {@code C.UTF-8}, as the reference's C library has them. What it says of
 * characters beyond ASCII is known for letters and spaces; a class for which it is not known is
 * refused when such a character is met. Server: {@code regc_pg_locale.c}, {@code regc_locale.c}.
 */
final class RegexClasses {
  private RegexClasses() {}

  /** A class in an alphabet; null for a name that is no class. */
  static IntPredicate named(String name, RegexOptions.Alphabet alphabet) {
    IntPredicate set = named(name);
    return alphabet == RegexOptions.Alphabet.UNICODE || set == null
        ? set
        : c -> c < 0x80 && set.test(c);
  }

  private static IntPredicate named(String name) {
    return switch (name) {
      case "alnum" -> RegexClasses::isAlphanumeric;
      case "alpha" -> c -> c < 0x80 ? isAsciiLetter(c) : isLetterBeyondAscii(c);
      case "ascii" -> c -> c < 0x80;
      case "blank" -> c -> c < 0x80 ? c == ' ' || c == '\t' : isUnknown("blank", c);
      case "cntrl" -> c -> c < 0x80 ? c < 0x20 || c == 0x7f : isUnknown("cntrl", c);
      case "digit" -> c -> c >= '0' && c <= '9';
      case "graph" -> c -> c < 0x80 ? c > 0x20 && c < 0x7f : isUnknown("graph", c);
      case "lower" -> c -> c < 0x80 ? c >= 'a' && c <= 'z' : isUnknown("lower", c);
      case "print" -> c -> c < 0x80 ? c >= 0x20 && c < 0x7f : isUnknown("print", c);
      case "punct" -> c -> c < 0x80 ? isAsciiPunctuation(c) : isUnknown("punct", c);
      case "space" -> RegexClasses::isSpace;
      case "upper" -> c -> c < 0x80 ? c >= 'A' && c <= 'Z' : isUnknown("upper", c);
      case "xdigit" -> c -> c < 0x80 && Character.digit(c, 16) >= 0;
      case "word" -> RegexClasses::isWord;
      default -> null;
    };
  }

  private static boolean isUnknown(String name, int point) {
    throw ErrorReport.notSimulated(
            String.format("the class [:%s:] of the character U+%04X", name, point))
        .toException();
  }

  private static boolean isAsciiLetter(int point) {
    return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z');
  }

  private static boolean isAsciiPunctuation(int point) {
    return point > 0x20 && point < 0x7f && !isAlphanumeric(point);
  }

  /** By Unicode 14, of which Java 17 knows less: what it does not know is refused. */
  private static boolean isLetterBeyondAscii(int point) {
    if (Character.getType(point) == Character.UNASSIGNED) {
      return isUnknown("alnum", point);
    }
    return Character.isAlphabetic(point) || Character.isDigit(point);
  }

  static boolean isAlphanumeric(int point) {
    return point < 0x80
        ? isAsciiLetter(point) || (point >= '0' && point <= '9')
        : isLetterBeyondAscii(point);
  }

  static boolean isWord(int point) {
    return point == '_' || isAlphanumeric(point);
  }

  static boolean isSpace(int point) {
    return point == ' '
        || (point >= '\t' && point <= '\r')
        || point == 0x1680
        || (point >= 0x2000 && point <= 0x200a && point != 0x2007)
        || point == 0x2028
        || point == 0x2029
        || point == 0x205f
        || point == 0x3000;
  }
}
