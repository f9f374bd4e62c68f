package io.pgdouble.type;

import java.util.Optional;

/**
 * Writes dates and times in the four date styles. Server: {@code datetime.c: EncodeDateTime} and
 * its neighbours.
 */
final class DateTimeWriter {
  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };
  private static final String[] DAYS = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  private static final int MAX_ABBREVIATION = 10;

  private final DateStyle style;
  private final StringBuilder text = new StringBuilder(40);

  DateTimeWriter(DateStyle style) {
    this.style = style;
  }

  static String special(long value) {
    return value > 0 ? "infinity" : "-infinity";
  }

  String date(DateTimeFields fields) {
    switch (style.format()) {
      case ISO -> ymd(fields);
      case SQL -> dayAndMonth(fields, '/').append('/').append(year(fields));
      case POSTGRES -> dayAndMonth(fields, '-').append('-').append(year(fields));
      case GERMAN -> german(fields);
    }
    return era(fields);
  }

  String time(long micros) {
    clock(micros);
    return text.toString();
  }

  String timeTz(TimeTz value) {
    clock(value.micros());
    displacement(-value.secondsWest());
    return text.toString();
  }

  String dateTime(DateTimeFields fields, Optional<Zone.ZoneOffset> offset) {
    switch (style.format()) {
      case ISO -> {
        ymd(fields);
        text.append(' ');
        clock(fields.microsOfDay());
        offset.ifPresent(zone -> displacement(zone.secondsEast()));
      }
      case SQL -> {
        dayAndMonth(fields, '/').append('/').append(year(fields)).append(' ');
        clock(fields.microsOfDay());
        offset.ifPresent(this::abbreviation);
      }
      case POSTGRES -> {
        text.append(DAYS[DateTimes.dayOfWeek(fields.julianDay())]).append(' ');
        postgresDay(fields);
        clock(fields.microsOfDay());
        text.append(' ').append(year(fields));
        offset.ifPresent(this::abbreviation);
      }
      case GERMAN -> {
        german(fields);
        text.append(' ');
        clock(fields.microsOfDay());
        offset.ifPresent(this::abbreviation);
      }
    }
    return era(fields);
  }

  private void postgresDay(DateTimeFields fields) {
    String month = MONTHS[fields.month() - 1];
    if (style.order() == DateStyle.Order.DMY) {
      two(fields.day()).append(' ').append(month).append(' ');
    } else {
      text.append(month).append(' ');
      two(fields.day()).append(' ');
    }
  }

  private void ymd(DateTimeFields fields) {
    text.append(year(fields)).append('-');
    two(fields.month()).append('-');
    two(fields.day());
  }

  private void german(DateTimeFields fields) {
    two(fields.day()).append('.');
    two(fields.month()).append('.').append(year(fields));
  }

  private StringBuilder dayAndMonth(DateTimeFields fields, char between) {
    boolean dayFirst = style.order() == DateStyle.Order.DMY;
    two(dayFirst ? fields.day() : fields.month()).append(between);
    return two(dayFirst ? fields.month() : fields.day());
  }

  private static String year(DateTimeFields fields) {
    int year = fields.year() > 0 ? fields.year() : -(fields.year() - 1);
    String digits = Integer.toString(year);
    return digits.length() < 4 ? "0".repeat(4 - digits.length()) + digits : digits;
  }

  private String era(DateTimeFields fields) {
    return text.append(fields.year() <= 0 ? " BC" : "").toString();
  }

  private void clock(long micros) {
    long seconds = micros / DateTimes.MICROS_PER_SECOND;
    two((int) (seconds / 3600)).append(':');
    two((int) (seconds / 60 % 60)).append(':');
    two((int) (seconds % 60));
    fraction(text, (int) (micros % DateTimes.MICROS_PER_SECOND));
  }

  /** A point and up to six digits, without zeros at the end; nothing for none. */
  static void fraction(StringBuilder text, int micros) {
    if (micros == 0) {
      return;
    }
    int scaled = micros;
    int width = 6;
    while (scaled % 10 == 0) {
      scaled /= 10;
      width--;
    }
    String digits = Integer.toString(scaled);
    text.append('.').append("0".repeat(width - digits.length())).append(digits);
  }

  private StringBuilder two(int value) {
    return text.append(value < 10 ? "0" : "").append(value);
  }

  private void abbreviation(Zone.ZoneOffset offset) {
    String name = offset.abbreviation();
    text.append(' ').append(name, 0, Math.min(name.length(), MAX_ABBREVIATION));
  }

  private void displacement(int secondsEast) {
    int absolute = Math.abs(secondsEast);
    text.append(secondsEast >= 0 ? '+' : '-');
    two(absolute / 3600);
    if (absolute % 3600 != 0) {
      text.append(':');
      two(absolute / 60 % 60);
    }
    if (absolute % 60 != 0) {
      text.append(':');
      two(absolute % 60);
    }
  }
}
