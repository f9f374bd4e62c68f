package io.pgdouble.type;

/**
 * A clock reading {@code h:m}, {@code h:m:s.f} or {@code m:s.f}. Server: {@code datetime.c:
 * DecodeTimeCommon}.
 */
record ClockText(long hour, int minute, int second, int micros) {
  /**
   * @param range an interval's fields; with MINUTE TO SECOND two numbers are minutes and seconds
   */
  static ClockText parse(String text, int range) {
    DateTimeCursor cursor = new DateTimeCursor(text, 0);
    long hour = cursor.int64();
    if (cursor.peek() != ':') {
      throw DateTimeFault.badFormat();
    }
    cursor.skip();
    int minute = cursor.int32();
    ClockText clock;
    if (cursor.atEnd()) {
      clock =
          range == IntervalRange.MINUTE_TO_SECOND.mask()
              ? minutesAndSeconds(hour, minute, 0)
              : new ClockText(hour, minute, 0, 0);
    } else if (cursor.peek() == '.') {
      clock = minutesAndSeconds(hour, minute, cursor.fractionalSecond());
    } else if (cursor.peek() == ':') {
      cursor.skip();
      int second = cursor.int32();
      int micros = cursor.peek() == '.' ? cursor.fractionalSecond() : 0;
      clock = new ClockText(hour, minute, second, micros);
    } else {
      throw DateTimeFault.badFormat();
    }
    if (!cursor.atEnd()) {
      throw DateTimeFault.badFormat();
    }
    clock.check();
    return clock;
  }

  private static ClockText minutesAndSeconds(long minute, int second, int micros) {
    if (minute != (int) minute) {
      throw DateTimeFault.overflow();
    }
    return new ClockText(0, (int) minute, second, micros);
  }

  private void check() {
    if (hour < 0
        || minute < 0
        || minute > 59
        || second < 0
        || second > 60
        || micros < 0
        || micros > DateTimes.MICROS_PER_SECOND) {
      throw DateTimeFault.overflow();
    }
  }
}
