package io.pgdouble.engine.regex;

import io.pgdouble.engine.regex.RegexBracket.RegexCase;
import io.pgdouble.error.ErrorReport;

/** Upper and lower case as patterns without regard to case see it. */
final class RegexLetters {
  private RegexLetters() {}

  static RegexCase of(RegexOptions options) {
    return options.alphabet() == RegexOptions.Alphabet.UNICODE
        ? new RegexCase(options, RegexLetters::lower, RegexLetters::upper)
        : new RegexCase(options, c -> c < 0x80 ? lower(c) : c, c -> c < 0x80 ? upper(c) : c);
  }

  static int lower(int point) {
    return known(point) ? Character.toLowerCase(point) : point;
  }

  static int upper(int point) {
    return known(point) ? Character.toUpperCase(point) : point;
  }

  private static boolean known(int point) {
    if (point >= 0x80 && Character.getType(point) == Character.UNASSIGNED) {
      throw ErrorReport.notSimulated(
              String.format("the case of the character U+%04X in this Java", point))
          .toException();
    }
    return true;
  }
}
