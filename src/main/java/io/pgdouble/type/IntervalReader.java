package io.pgdouble.type;

import io.pgdouble.type.DateTimeTokens.Token;
import io.pgdouble.type.DateTimeWords.Kind;
import io.pgdouble.type.DateTimeWords.Meaning;
import io.pgdouble.type.DateTimeWords.Word;
import java.util.List;

/**
 * Reads an interval from right to left, so that units come before their values. Server: {@code
 * datetime.c: DecodeInterval}.
 */
final class IntervalReader {
  private final List<Token> tokens;
  private final int range;
  private final IntervalSum sum = new IntervalSum();
  private final boolean forceNegative;
  private int found;
  private boolean ago;

  /** The unit of the next number; NONE where nothing told it yet. */
  private Meaning unit = Meaning.NONE;

  private IntervalReader(List<Token> tokens, int range, IntervalStyle style) {
    this.tokens = tokens;
    this.range = range;
    this.forceNegative = style == IntervalStyle.SQL_STANDARD && onlyFirstIsSigned(tokens);
  }

  /** In the SQL standard's style a leading minus is meant for all fields. */
  private static boolean onlyFirstIsSigned(List<Token> tokens) {
    if (tokens.isEmpty() || !tokens.get(0).text().startsWith("-")) {
      return false;
    }
    return tokens.stream()
        .skip(1)
        .noneMatch(token -> token.text().startsWith("-") || token.text().startsWith("+"));
  }

  static IntervalSum read(String text, int range, IntervalStyle style) {
    List<Token> tokens = DateTimeTokens.split(text, IntervalIo.ROOM);
    return new IntervalReader(tokens, range, style).read();
  }

  private IntervalSum read() {
    for (int i = tokens.size() - 1; i >= 0; i--) {
      Token token = tokens.get(i);
      int mask =
          switch (token.kind()) {
            case TIME -> time(token.text());
            case DISPLACEMENT -> signed(token.text());
            case DATE, NUMBER -> number(token.text());
            case STRING, SPECIAL -> word(token.text());
          };
      if ((mask & found) != 0) {
        throw DateTimeFault.badFormat();
      }
      found |= mask;
    }
    if (found == 0) {
      throw DateTimeFault.badFormat();
    }
    if (ago) {
      sum.negate();
    }
    return sum;
  }

  private int time(String text) {
    ClockText clock = ClockText.parse(text, range);
    sum.setMicros(clock.micros());
    sum.addTime(clock.hour(), 0, DateTimes.MICROS_PER_HOUR);
    sum.addTime(clock.minute(), 0, DateTimes.MICROS_PER_MINUTE);
    sum.addTime(clock.second(), 0, DateTimes.MICROS_PER_SECOND);
    if (forceNegative && sum.micros() > 0) {
      sum.setMicros(-sum.micros());
    }
    unit = Meaning.DAY;
    return DateTimeState.TIME;
  }

  /** A sign and digits may be a clock, a number, or years and months. */
  private int signed(String text) {
    if (text.indexOf(':') < 0) {
      return number(text);
    }
    int mask;
    try {
      mask = time(text.substring(1));
    } catch (DateTimeFault notAClock) {
      return number(text);
    }
    if (text.startsWith("-")) {
      sum.setMicros(-sum.micros());
    }
    if (forceNegative && sum.micros() > 0) {
      sum.setMicros(-sum.micros());
    }
    return mask;
  }

  private int number(String text) {
    if (unit == Meaning.NONE) {
      unit = rightmost();
    }
    DateTimeCursor cursor = new DateTimeCursor(text, 0);
    boolean negative = text.startsWith("-");
    long value = cursor.int64();
    double fraction = 0;
    if (cursor.peek() == '-') {
      value = withMonths(value, cursor, negative);
    } else if (cursor.peek() == '.') {
      fraction = negative ? -cursor.fraction() : cursor.fraction();
    } else if (!cursor.atEnd()) {
      throw DateTimeFault.badFormat();
    }
    if (forceNegative) {
      value = value > 0 ? -value : value;
      fraction = fraction > 0 ? -fraction : fraction;
    }
    return add(value, fraction);
  }

  /** The standard's {@code years-months}. */
  private long withMonths(long years, DateTimeCursor cursor, boolean negative) {
    cursor.skip();
    int months = cursor.int32();
    if (months < 0 || months >= 12) {
      throw DateTimeFault.overflow();
    }
    if (!cursor.atEnd()) {
      throw DateTimeFault.badFormat();
    }
    unit = Meaning.MONTH;
    try {
      return Math.addExact(Math.multiplyExact(years, 12L), negative ? -months : months);
    } catch (ArithmeticException overflow) {
      throw DateTimeFault.overflow();
    }
  }

  /** What the last number is, by the fields the type allows. */
  private Meaning rightmost() {
    return switch (IntervalRange.of(range)) {
      case YEAR -> Meaning.YEAR;
      case MONTH, YEAR_TO_MONTH -> Meaning.MONTH;
      case DAY -> Meaning.DAY;
      case HOUR, DAY_TO_HOUR -> Meaning.HOUR;
      case MINUTE, HOUR_TO_MINUTE, DAY_TO_MINUTE -> Meaning.MINUTE;
      case SECOND, MINUTE_TO_SECOND, HOUR_TO_SECOND, DAY_TO_SECOND, FULL -> Meaning.SECOND;
    };
  }

  private int add(long value, double fraction) {
    switch (unit) {
      case MICROSECOND -> sum.addTime(value, fraction, 1);
      case MILLISECOND -> sum.addTime(value, fraction, 1000);
      case SECOND -> sum.addTime(value, fraction, DateTimes.MICROS_PER_SECOND);
      case MINUTE -> sum.addTime(value, fraction, DateTimes.MICROS_PER_MINUTE);
      case HOUR -> sum.addTime(value, fraction, DateTimes.MICROS_PER_HOUR);
      case DAY -> sum.addDays(value, fraction, 1);
      case WEEK -> sum.addDays(value, fraction, 7);
      case MONTH -> sum.addMonths(value, fraction);
      case YEAR -> sum.addYears(value, fraction, 1);
      case DECADE -> sum.addYears(value, fraction, 10);
      case CENTURY -> sum.addYears(value, fraction, 100);
      case MILLENNIUM -> sum.addYears(value, fraction, 1000);
      default -> throw DateTimeFault.badFormat();
    }
    int mask = mask(fraction);
    if (unit == Meaning.HOUR) {
      unit = Meaning.DAY;
    }
    return mask;
  }

  private int mask(double fraction) {
    return switch (unit) {
      case MICROSECOND -> 1 << 14;
      case MILLISECOND -> 1 << 13;
      case SECOND -> fraction == 0 ? 1 << 12 : 1 << 12 | 1 << 13 | 1 << 14;
      case MINUTE -> 1 << 11;
      case HOUR -> 1 << 10;
      case DAY -> DateTimeState.DAY;
      case WEEK -> 1 << 24;
      case MONTH -> DateTimeState.MONTH;
      case YEAR -> DateTimeState.YEAR;
      case DECADE -> 1 << 25;
      case CENTURY -> 1 << 26;
      default -> 1 << 27;
    };
  }

  private int word(String token) {
    Word found = DateTimeWords.ofInterval(token).orElseThrow(DateTimeFault::badFormat);
    if (found.kind() == Kind.IGNORE) {
      unit = Meaning.NONE;
      return 0;
    }
    if (found.kind() != Kind.UNITS && found.kind() != Kind.AGO) {
      throw DateTimeFault.badFormat();
    }
    ago |= found.kind() == Kind.AGO;
    // Behind "ago" stands the code of a number, which no unit has.
    unit = found.kind() == Kind.AGO ? Meaning.AD : found.meaning();
    return 0;
  }
}
