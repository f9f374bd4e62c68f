package io.pgdouble.type;

/** Reads numbers out of one field as the C library does. */
final class DateTimeCursor {
  private final String text;
  private int next;

  DateTimeCursor(String text, int from) {
    this.text = text;
    this.next = from;
  }

  char peek() {
    return next < text.length() ? text.charAt(next) : '\0';
  }

  int position() {
    return next;
  }

  boolean atEnd() {
    return next >= text.length();
  }

  void skip() {
    next++;
  }

  String rest() {
    return text.substring(next);
  }

  /**
   * {@code strtoint}: nothing that looks like a number is 0, and is not passed over.
   *
   * @throws DateTimeFault overflow beyond 32 bits
   */
  int int32() {
    long value = int64();
    if (value != (int) value) {
      throw DateTimeFault.overflow();
    }
    return (int) value;
  }

  /**
   * @throws DateTimeFault overflow beyond 64 bits
   */
  long int64() {
    int start = next;
    int i = next;
    if (i < text.length() && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
      i++;
    }
    int first = i;
    while (i < text.length() && Ascii.isDigit(text.charAt(i))) {
      i++;
    }
    if (i == first) {
      return 0;
    }
    next = i;
    try {
      return Long.parseLong(text, start, i, 10);
    } catch (NumberFormatException tooLong) {
      throw DateTimeFault.overflow();
    }
  }

  /** A point and digits up to the end of the field ({@code ParseFraction}). */
  double fraction() {
    String digits = rest();
    next = text.length();
    if (digits.length() == 1) {
      return 0;
    }
    for (int i = 1; i < digits.length(); i++) {
      if (!Ascii.isDigit(digits.charAt(i))) {
        throw DateTimeFault.badFormat();
      }
    }
    return Double.parseDouble(digits);
  }

  /** The same in µs. */
  int fractionalSecond() {
    return (int) Math.rint(fraction() * DateTimes.MICROS_PER_SECOND);
  }
}
