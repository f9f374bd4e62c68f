package io.pgdouble.type;

/** Writes intervals in the four interval styles. Server: {@code datetime.c: EncodeInterval}. */
final class IntervalWriter {
  private final StringBuilder text = new StringBuilder(40);
  private final int year;
  private final int month;
  private final long day;
  private final long hour;
  private final int minute;
  private final int second;
  private final int micros;
  private boolean zero = true;
  private boolean before;

  private IntervalWriter(Interval value) {
    year = value.months() / 12;
    month = value.months() % 12;
    day = value.days();
    hour = value.micros() / DateTimes.MICROS_PER_HOUR;
    minute = (int) (value.micros() / DateTimes.MICROS_PER_MINUTE % 60);
    second = (int) (value.micros() / DateTimes.MICROS_PER_SECOND % 60);
    micros = (int) (value.micros() % DateTimes.MICROS_PER_SECOND);
  }

  static String write(Interval value, IntervalStyle style) {
    IntervalWriter writer = new IntervalWriter(value);
    switch (style) {
      case POSTGRES -> writer.postgres();
      case POSTGRES_VERBOSE -> writer.verbose();
      case SQL_STANDARD -> writer.sql(value);
      case ISO_8601 -> writer.iso();
    }
    return writer.text.toString();
  }

  private boolean timeIsNegative() {
    return hour < 0 || minute < 0 || second < 0 || micros < 0;
  }

  private boolean hasTime() {
    return hour != 0 || minute != 0 || second != 0 || micros != 0;
  }

  private void postgres() {
    postgresPart(year, "year");
    postgresPart(month, "mon");
    postgresPart(day, "day");
    if (zero || hasTime()) {
      String plus = before ? "+" : "";
      text.append(zero ? "" : " ").append(timeIsNegative() ? "-" : plus);
      two(Math.abs(hour));
      clockRest();
    }
  }

  private void postgresPart(long value, String unit) {
    if (value == 0) {
      return;
    }
    text.append(zero ? "" : " ").append(before && value > 0 ? "+" : "");
    text.append(value).append(' ').append(unit).append(value == 1 ? "" : "s");
    // Each part tells the next whether a plus is needed.
    before = value < 0;
    zero = false;
  }

  /** Minutes, seconds and their fraction, each with its colon before. */
  private void clockRest() {
    text.append(':');
    two(Math.abs(minute));
    text.append(':');
    two(Math.abs(second));
    DateTimeWriter.fraction(text, Math.abs(micros));
  }

  private void two(long value) {
    text.append(value < 10 ? "0" : "").append(value);
  }

  private void verbose() {
    text.append('@');
    verbosePart(year, "year");
    verbosePart(month, "mon");
    verbosePart(day, "day");
    verbosePart(hour, "hour");
    verbosePart(minute, "min");
    verboseSeconds();
    text.append(zero ? " 0" : "").append(before ? " ago" : "");
  }

  private void verbosePart(long value, String unit) {
    if (value == 0) {
      return;
    }
    before = zero ? value < 0 : before;
    long shown = before ? -value : value;
    text.append(' ').append(shown).append(' ').append(unit).append(shown == 1 ? "" : "s");
    zero = false;
  }

  private void verboseSeconds() {
    if (second == 0 && micros == 0) {
      return;
    }
    boolean negative = second < 0 || micros < 0;
    before = zero ? negative : before;
    text.append(negative != before ? " -" : " ").append(Math.abs(second));
    DateTimeWriter.fraction(text, Math.abs(micros));
    text.append(Math.abs(second) != 1 || micros != 0 ? " secs" : " sec");
    zero = false;
  }

  private void iso() {
    boolean nothing = year == 0 && month == 0 && day == 0 && !hasTime();
    if (nothing) {
      text.append("PT0S");
      return;
    }
    text.append('P');
    isoPart(year, 'Y');
    isoPart(month, 'M');
    isoPart(day, 'D');
    text.append(hasTime() ? "T" : "");
    isoPart(hour, 'H');
    isoPart(minute, 'M');
    if (second != 0 || micros != 0) {
      text.append(second < 0 || micros < 0 ? "-" : "").append(Math.abs(second));
      DateTimeWriter.fraction(text, Math.abs(micros));
      text.append('S');
    }
  }

  private void isoPart(long value, char unit) {
    if (value != 0) {
      text.append(value).append(unit);
    }
  }

  private void sql(Interval value) {
    boolean negative = value.months() < 0 || value.days() < 0 || value.micros() < 0;
    boolean positive = value.months() > 0 || value.days() > 0 || value.micros() > 0;
    boolean yearMonth = value.months() != 0;
    boolean standard = !(negative && positive) && !(yearMonth && (day != 0 || hasTime()));
    if (!negative && !positive) {
      text.append('0');
    } else if (!standard) {
      sqlMixed();
    } else {
      text.append(negative ? "-" : "");
      sqlStandard(yearMonth);
    }
  }

  private void sqlStandard(boolean yearMonth) {
    if (yearMonth) {
      text.append(Math.abs(year)).append('-').append(Math.abs(month));
      return;
    }
    if (day != 0) {
      text.append(Math.abs(day)).append(' ');
    }
    text.append(Math.abs(hour));
    clockRest();
  }

  /** What the standard cannot say gets a sign on each part. */
  private void sqlMixed() {
    text.append(year < 0 || month < 0 ? '-' : '+').append(Math.abs(year));
    text.append('-').append(Math.abs(month));
    text.append(day < 0 ? " -" : " +").append(Math.abs(day));
    text.append(timeIsNegative() ? " -" : " +").append(Math.abs(hour));
    clockRest();
  }
}
