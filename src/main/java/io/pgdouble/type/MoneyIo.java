package io.pgdouble.type;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/** money, as the locale C writes it; a Long of cents. Server: {@code cash.c}. */
final class MoneyIo implements TypeIo {
  static final MoneyIo INSTANCE = new MoneyIo();

  private static final int CENTS = 100;

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    return new Reader(text).read();
  }

  /** Builds the amount below zero, where there is more room. */
  private static final class Reader {
    private static final int FRACTION_DIGITS = 2;

    private final String text;
    private int at;
    private long value;
    private boolean negative;
    private int fraction;
    private boolean seenPoint;

    Reader(String text) {
      this.text = text;
    }

    private char current() {
      return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean skip(char letter) {
      boolean found = current() == letter;
      at += found ? 1 : 0;
      return found;
    }

    private void skipSpaceAndSymbol() {
      skipSpace();
      skip('$');
      skipSpace();
    }

    private void skipSpace() {
      while (RangeText.isSpace(current())) {
        at++;
      }
    }

    private boolean isDigit() {
      return current() >= '0' && current() <= '9';
    }

    private ReportedError outOfRange() {
      return new ReportedError(
          SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
          "value \"" + text + "\" is out of range for type money");
    }

    long read() {
      skipSpaceAndSymbol();
      negative = skip('-') || skip('(');
      if (!negative) {
        skip('+');
      }
      skipSpaceAndSymbol();
      digits();
      round();
      while (isDigit()) {
        at++;
      }
      while (at < text.length()) {
        trailing();
      }
      if (!negative && value == Long.MIN_VALUE) {
        throw outOfRange();
      }
      return negative ? value : -value;
    }

    private void digits() {
      while (true) {
        if (isDigit() && (!seenPoint || fraction < FRACTION_DIGITS)) {
          append(current() - '0');
          fraction += seenPoint ? 1 : 0;
        } else if (current() == '.' && !seenPoint) {
          seenPoint = true;
        } else if (current() != ',') {
          return;
        }
        at++;
      }
    }

    private void append(int digit) {
      try {
        value = Math.subtractExact(Math.multiplyExact(value, 10L), digit);
      } catch (ArithmeticException e) {
        throw outOfRange();
      }
    }

    private void round() {
      if (isDigit() && current() >= '5') {
        if (value == Long.MIN_VALUE) {
          throw outOfRange();
        }
        value--;
      }
      for (; fraction < FRACTION_DIGITS; fraction++) {
        append(0);
      }
    }

    private void trailing() {
      boolean known = RangeText.isSpace(current()) || ")-+$".indexOf(current()) >= 0;
      if (!known) {
        throw TypeErrors.invalidSyntax("money", text);
      }
      negative |= current() == '-';
      at++;
    }
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    long amount = (Long) value;
    String whole = Long.toString(Math.abs(amount / CENTS));
    StringBuilder grouped = new StringBuilder(amount < 0 ? "-$" : "$");
    for (int i = 0; i < whole.length(); i++) {
      boolean group = i > 0 && (whole.length() - i) % 3 == 0;
      grouped.append(group ? "," : "").append(whole.charAt(i));
    }
    return grouped.append(String.format(".%02d", Math.abs(amount % CENTS))).toString();
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    return in.int64();
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    return new BinaryWriter(Long.BYTES).int64((Long) value).toBytes();
  }
}
