package io.pgdouble.type;

/**
 * Reads an interval in the forms of ISO 8601: with designators, or the alternative form. Server:
 * {@code datetime.c: DecodeISO8601Interval}.
 */
final class Iso8601Interval {
  private static final double GREATEST = 1.0e15;

  private final String text;
  private final IntervalSum sum = new IntervalSum();
  private int next = 1;
  private int fieldStart;
  private boolean datePart = true;
  private boolean haveField;
  private boolean done;
  private long value;
  private double fraction;

  private Iso8601Interval(String text) {
    this.text = text;
  }

  static IntervalSum read(String text) {
    if (text.length() < 2 || text.charAt(0) != 'P') {
      throw DateTimeFault.badFormat();
    }
    return new Iso8601Interval(text).read();
  }

  private IntervalSum read() {
    while (!done && next < text.length()) {
      if (peek() == 'T') {
        next++;
        beginTime();
        continue;
      }
      fieldStart = next;
      number();
      char unit = peek();
      next++;
      haveField = datePart ? dateField(unit) : timeField(unit);
    }
    return sum;
  }

  private void beginTime() {
    datePart = false;
    haveField = false;
  }

  /** Whether the field was one with a designator. */
  private boolean dateField(char unit) {
    switch (unit) {
      case 'Y' -> sum.addYears(value, fraction, 1);
      case 'M' -> sum.addMonths(value, fraction);
      case 'W' -> sum.addDays(value, fraction, 7);
      case 'D' -> sum.addDays(value, fraction, 1);
      case 'T', '\0', '-' -> {
        alternativeDate(unit);
        return false;
      }
      default -> throw DateTimeFault.badFormat();
    }
    return true;
  }

  private void alternativeDate(char unit) {
    if (unit != '-' && integerWidth() == 8 && !haveField) {
      sum.addYears(value / 10000, 0, 1);
      sum.addMonths(value / 100 % 100, 0);
      sum.addDays(value % 100, fraction, 1);
      endDate(unit);
      return;
    }
    if (haveField) {
      throw DateTimeFault.badFormat();
    }
    sum.addYears(value, fraction, 1);
    if (unit == '-') {
      monthAndDay();
    } else {
      endDate(unit);
    }
  }

  private void monthAndDay() {
    number();
    sum.addMonths(value, fraction);
    if (dateEnds()) {
      return;
    }
    if (peek() != '-') {
      throw DateTimeFault.badFormat();
    }
    next++;
    number();
    sum.addDays(value, fraction, 1);
    if (!dateEnds()) {
      throw DateTimeFault.badFormat();
    }
  }

  private boolean dateEnds() {
    if (peek() == 'T') {
      beginTime();
      return true;
    }
    done = next >= text.length();
    return done;
  }

  private void endDate(char unit) {
    if (unit == 'T') {
      beginTime();
    } else {
      done = true;
    }
  }

  private boolean timeField(char unit) {
    switch (unit) {
      case 'H' -> sum.addTime(value, fraction, DateTimes.MICROS_PER_HOUR);
      case 'M' -> sum.addTime(value, fraction, DateTimes.MICROS_PER_MINUTE);
      case 'S' -> sum.addTime(value, fraction, DateTimes.MICROS_PER_SECOND);
      case '\0', ':' -> {
        alternativeTime(unit);
        return false;
      }
      default -> throw DateTimeFault.badFormat();
    }
    return true;
  }

  private void alternativeTime(char unit) {
    done = true;
    if (unit == '\0' && integerWidth() == 6 && !haveField) {
      sum.addTime(value / 10000, 0, DateTimes.MICROS_PER_HOUR);
      sum.addTime(value / 100 % 100, 0, DateTimes.MICROS_PER_MINUTE);
      sum.addTime(value % 100, 0, DateTimes.MICROS_PER_SECOND);
      sum.addTime(0, fraction, 1);
      return;
    }
    if (haveField) {
      throw DateTimeFault.badFormat();
    }
    sum.addTime(value, fraction, DateTimes.MICROS_PER_HOUR);
    if (unit == '\0') {
      return;
    }
    number();
    sum.addTime(value, fraction, DateTimes.MICROS_PER_MINUTE);
    if (next >= text.length()) {
      return;
    }
    if (peek() != ':') {
      throw DateTimeFault.badFormat();
    }
    next++;
    number();
    sum.addTime(value, fraction, DateTimes.MICROS_PER_SECOND);
    if (next < text.length()) {
      throw DateTimeFault.badFormat();
    }
  }

  /** Digits of the field before its point. */
  private int integerWidth() {
    int start = text.charAt(fieldStart) == '-' ? fieldStart + 1 : fieldStart;
    int end = start;
    while (end < text.length() && Ascii.isDigit(text.charAt(end))) {
      end++;
    }
    return end - start;
  }

  /** A decimal number as C reads it, exponent and all. */
  private void number() {
    if (!Ascii.isDigit(peek()) && peek() != '-' && peek() != '.') {
      throw DateTimeFault.badFormat();
    }
    int end = FloatReader.prefixEnd(text, next);
    if (end == next) {
      throw DateTimeFault.badFormat();
    }
    double number = FloatReader.prefixValue(text, next);
    if (Double.isInfinite(number)) {
      throw DateTimeFault.badFormat();
    }
    if (Double.isNaN(number) || number < -GREATEST || number > GREATEST) {
      throw DateTimeFault.overflow();
    }
    next = end;
    value = (long) number;
    fraction = number - value;
  }

  private char peek() {
    return next < text.length() ? text.charAt(next) : '\0';
  }
}
