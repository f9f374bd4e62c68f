package io.pgdouble.type;

import io.pgdouble.type.PosixRule.YearDay;
import io.pgdouble.type.Zone.Daylight;
import io.pgdouble.type.Zone.ZoneOffset;
import java.util.Optional;

/** Reads a POSIX time zone specification. Server: {@code localtime.c: tzparse}. */
final class PosixParser {
  private static final int HOUR = 3600;
  private static final int MAX_HOURS = 24 * 7 - 1;

  /** {@code TZDEFRULESTRING}, for a daylight name without a rule. */
  private static final String DEFAULT_RULE = ",M3.2.0,M11.1.0";

  private final String text;
  private int next;

  PosixParser(String text) {
    this.text = text;
  }

  /** The text cannot be read. */
  private static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed() {
      super(null, null, false, false);
    }
  }

  /** The rule, where there is daylight saving. */
  Optional<PosixRule> rule() {
    try {
      ZoneOffset standard = standard();
      return next < text.length() ? Optional.of(rule(standard)) : Optional.empty();
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  /** Standard time, where the whole text is well-formed. */
  Optional<ZoneOffset> wellFormed() {
    try {
      ZoneOffset standard = standard();
      if (next < text.length()) {
        rule(standard);
      }
      return Optional.of(standard);
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  private ZoneOffset standard() throws Malformed {
    // PostgreSQL differs from POSIX: the name may be empty, so 02:00 is a zone west of Greenwich.
    String name = name();
    if (next >= text.length()) {
      throw new Malformed();
    }
    return new ZoneOffset(-offset(), Daylight.STANDARD, name);
  }

  private PosixRule rule(ZoneOffset standard) throws Malformed {
    String name = name();
    if (name.isEmpty()) {
      throw new Malformed();
    }
    boolean explicit = next < text.length() && peek() != ',' && peek() != ';';
    int east = explicit ? -offset() : standard.secondsEast() + HOUR;
    ZoneOffset saving = new ZoneOffset(east, Daylight.SAVING, name);
    PosixParser rules = next < text.length() ? this : new PosixParser(DEFAULT_RULE);
    YearDay start = rules.yearDay();
    YearDay end = rules.yearDay();
    if (rules.next < rules.text.length()) {
      throw new Malformed();
    }
    return new PosixRule(standard, saving, start, end);
  }

  private String name() throws Malformed {
    int start = next;
    if (peek() == '<') {
      int close = text.indexOf('>', next);
      if (close < 0) {
        throw new Malformed();
      }
      next = close + 1;
      return text.substring(start + 1, close);
    }
    while (next < text.length() && !Ascii.isDigit(peek()) && ",-+".indexOf(peek()) < 0) {
      next++;
    }
    return text.substring(start, next);
  }

  private int offset() throws Malformed {
    boolean negative = peek() == '-';
    if (negative || peek() == '+') {
      next++;
    }
    int seconds = number(0, MAX_HOURS) * HOUR;
    if (peek() == ':') {
      next++;
      seconds += number(0, 59) * 60;
      if (peek() == ':') {
        next++;
        seconds += number(0, 60);
      }
    }
    return negative ? -seconds : seconds;
  }

  private YearDay yearDay() throws Malformed {
    expect(',');
    if (peek() == 'M') {
      next++;
      int month = number(1, 12);
      expect('.');
      int week = number(1, 5);
      expect('.');
      int day = number(0, 6);
      return new YearDay('M', month, week, day, time());
    }
    if (peek() == 'J') {
      next++;
      int day = number(1, 365);
      return new YearDay('J', 0, 0, day, time());
    }
    int day = number(0, 365);
    return new YearDay('0', 0, 0, day, time());
  }

  private int time() throws Malformed {
    if (peek() != '/') {
      return 2 * HOUR;
    }
    next++;
    return offset();
  }

  private void expect(char c) throws Malformed {
    if (peek() != c) {
      throw new Malformed();
    }
    next++;
  }

  private int number(int min, int max) throws Malformed {
    int first = next;
    int number = 0;
    while (Ascii.isDigit(peek())) {
      number = number * 10 + peek() - '0';
      if (number > max) {
        throw new Malformed();
      }
      next++;
    }
    if (next == first || number < min) {
      throw new Malformed();
    }
    return number;
  }

  private char peek() {
    return next < text.length() ? text.charAt(next) : '\0';
  }
}
