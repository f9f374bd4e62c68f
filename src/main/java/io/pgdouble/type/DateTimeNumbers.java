package io.pgdouble.type;

import io.pgdouble.type.DateStyle.Order;
import io.pgdouble.type.DateTimeWords.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the fields that hold numbers: dates with delimiters, run-together dates and times, clocks,
 * displacements. Server: {@code datetime.c: DecodeDate, DecodeTime, DecodeNumber,
 * DecodeNumberField, DecodeTimezone}. Each method gives the mask of what it found.
 */
final class DateTimeNumbers {
  private static final int MAX_DISPLACEMENT_HOURS = 15;

  private final DateTimeState state;
  private final Order order;

  /** How the month was written, if it is known. */
  enum MonthForm {
    WORD,
    NUMBER
  }

  DateTimeNumbers(DateTimeState state, Order order) {
    this.state = state;
    this.order = order;
  }

  /** A date with delimiters. */
  int date(String text) {
    List<String> parts = parts(text);
    int found = 0;
    MonthForm month = MonthForm.NUMBER;
    for (int i = 0; i < parts.size(); i++) {
      if (!Ascii.isAlpha(parts.get(i).isEmpty() ? '0' : parts.get(i).charAt(0))) {
        continue;
      }
      Optional<Word> word = DateTimeWords.ofDate(parts.get(i));
      if (word.isPresent() && word.get().kind() == DateTimeWords.Kind.IGNORE) {
        continue;
      }
      state.month = monthOf(word);
      month = MonthForm.WORD;
      checkNew(found | state.found, DateTimeState.MONTH);
      found |= DateTimeState.MONTH;
      parts.set(i, null);
    }
    for (String part : parts) {
      if (part != null) {
        int mask = number(part, found | state.found, month);
        checkNew(found | state.found, mask);
        found |= mask;
      }
    }
    int all = (found | state.found) & ~(DateTimeState.DOY | DateTimeState.TZ);
    if (all != DateTimeState.DATE) {
      throw DateTimeFault.badFormat();
    }
    return found;
  }

  private static int monthOf(Optional<Word> word) {
    if (word.isEmpty() || word.get().kind() != DateTimeWords.Kind.MONTH) {
      throw DateTimeFault.badFormat();
    }
    return word.get().number();
  }

  private static void checkNew(int found, int mask) {
    if ((found & mask) != 0) {
      throw DateTimeFault.badFormat();
    }
  }

  /** Runs of digits or of letters; the one character behind a run is dropped, whatever it is. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int i = 0;
    while (i < text.length() && parts.size() < DateTimeTokens.MAX_FIELDS) {
      while (i < text.length() && !Ascii.isAlnum(text.charAt(i))) {
        i++;
      }
      if (i == text.length()) {
        throw DateTimeFault.badFormat();
      }
      int end = endOfRun(text, i);
      parts.add(text.substring(i, end));
      i = end + 1;
    }
    return parts;
  }

  private static int endOfRun(String text, int start) {
    boolean digits = Ascii.isDigit(text.charAt(start));
    int end = start;
    while (end < text.length()
        && (digits ? Ascii.isDigit(text.charAt(end)) : Ascii.isAlpha(text.charAt(end)))) {
      end++;
    }
    return end;
  }

  /** A number whose place in the date follows from what is known already. */
  int number(String text, int known, MonthForm month) {
    DateTimeCursor cursor = new DateTimeCursor(text, 0);
    int value = cursor.int32();
    if (cursor.position() == 0) {
      throw DateTimeFault.badFormat();
    }
    if (cursor.peek() == '.') {
      if (cursor.position() > 2) {
        return numberField(text, known | DateTimeState.DATE);
      }
      state.micros = cursor.fractionalSecond();
    } else if (!cursor.atEnd()) {
      throw DateTimeFault.badFormat();
    }
    int length = text.length();
    if (length == 3
        && (known & DateTimeState.DATE) == DateTimeState.YEAR
        && value >= 1
        && value <= 366) {
      state.dayOfYear = value;
      return DateTimeState.DOY | DateTimeState.MONTH | DateTimeState.DAY;
    }
    if ((known & DateTimeState.DATE) == DateTimeState.DATE) {
      return numberField(text, known);
    }
    int mask = place(value, length, known & DateTimeState.DATE, month);
    if (mask == DateTimeState.YEAR) {
      state.twoDigits = length <= 2;
    }
    return mask;
  }

  private int place(int value, int length, int known, MonthForm form) {
    boolean textMonth = form == MonthForm.WORD;
    boolean yearLike = length >= 3 || order == Order.YMD;
    return switch (known) {
      case 0 -> {
        if (yearLike) {
          yield year(value);
        }
        yield order == Order.DMY ? day(value) : month(value);
      }
      case DateTimeState.YEAR, DateTimeState.DAY -> month(value);
      case DateTimeState.MONTH -> textMonth && yearLike ? year(value) : day(value);
      case DateTimeState.YEAR | DateTimeState.MONTH -> {
        if (textMonth && length >= 3 && state.twoDigits) {
          // The first number was the day after all.
          int first = state.year;
          state.year = value;
          state.twoDigits = false;
          yield day(first);
        }
        yield day(value);
      }
      case DateTimeState.MONTH | DateTimeState.DAY -> year(value);
      default -> throw DateTimeFault.badFormat();
    };
  }

  private int year(int value) {
    state.year = value;
    return DateTimeState.YEAR;
  }

  private int month(int value) {
    state.month = value;
    return DateTimeState.MONTH;
  }

  private int day(int value) {
    state.day = value;
    return DateTimeState.DAY;
  }

  /** A run-together date or time: {@code 20011225}, {@code 040506.789}. */
  int numberField(String text, int known) {
    String digits = text;
    int point = text.indexOf('.');
    if (point >= 0) {
      state.micros = leadingFraction(text.substring(point));
      digits = text.substring(0, point);
    } else if ((known & DateTimeState.DATE) != DateTimeState.DATE && text.length() >= 6) {
      int length = text.length();
      state.day = atoi(text.substring(length - 2));
      state.month = atoi(text.substring(length - 4, length - 2));
      state.year = atoi(text.substring(0, length - 4));
      state.twoDigits |= length == 6;
      return DateTimeState.DATE;
    }
    boolean timeKnown = (known & DateTimeState.TIME) == DateTimeState.TIME;
    if (timeKnown || digits.length() != 6 && digits.length() != 4) {
      throw DateTimeFault.badFormat();
    }
    state.hour = atoi(digits.substring(0, 2));
    state.minute = atoi(digits.substring(2, 4));
    state.second = digits.length() == 6 ? atoi(digits.substring(4)) : 0;
    return DateTimeState.TIME;
  }

  /** The point and the digits behind it; what follows them is passed over in silence. */
  private static int leadingFraction(String text) {
    int end = 1;
    while (end < text.length() && Ascii.isDigit(text.charAt(end))) {
      end++;
    }
    return end == 1
        ? 0
        : (int) Math.rint(Double.parseDouble(text.substring(0, end)) * DateTimes.MICROS_PER_SECOND);
  }

  /** C's {@code atoi}: the digits at the beginning, clamped to 64 bits, cut to 32. */
  private static int atoi(String text) {
    long value = 0;
    for (int i = 0; i < text.length() && Ascii.isDigit(text.charAt(i)); i++) {
      boolean clamped = value > (Long.MAX_VALUE - 9) / 10;
      value = clamped ? Long.MAX_VALUE : value * 10 + text.charAt(i) - '0';
    }
    return (int) value;
  }

  /** Hours, minutes and seconds with colons. */
  int clock(String text) {
    ClockText clock = ClockText.parse(text, IntervalRange.FULL.mask());
    if (clock.hour() > Integer.MAX_VALUE) {
      throw DateTimeFault.overflow();
    }
    state.hour = (int) clock.hour();
    state.minute = clock.minute();
    state.second = clock.second();
    state.micros = clock.micros();
    return DateTimeState.TIME;
  }

  /** Seconds west of Greenwich for {@code +hh}, {@code +hhmm}, {@code +hh:mm:ss}. */
  static int displacement(String text) {
    if (!text.startsWith("+") && !text.startsWith("-")) {
      throw DateTimeFault.badFormat();
    }
    DateTimeCursor cursor = new DateTimeCursor(text, 1);
    int hour = part(cursor);
    int minute = 0;
    int second = 0;
    if (cursor.peek() == ':') {
      cursor.skip();
      minute = part(cursor);
      if (cursor.peek() == ':') {
        cursor.skip();
        second = part(cursor);
      }
    } else if (cursor.atEnd() && text.length() > 3) {
      minute = hour % 100;
      hour /= 100;
    }
    if (hour < 0
        || hour > MAX_DISPLACEMENT_HOURS
        || minute < 0
        || minute > 59
        || second < 0
        || second > 59) {
      throw DateTimeFault.displacement();
    }
    if (!cursor.atEnd()) {
      throw DateTimeFault.badFormat();
    }
    int west = -((hour * 60 + minute) * 60 + second);
    return text.charAt(0) == '-' ? -west : west;
  }

  private static int part(DateTimeCursor cursor) {
    try {
      return cursor.int32();
    } catch (DateTimeFault overflow) {
      throw DateTimeFault.displacement();
    }
  }
}
