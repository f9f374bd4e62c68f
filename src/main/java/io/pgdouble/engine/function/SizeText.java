package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.Numeric;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code pg_size_pretty} and {@code pg_size_bytes}. Source: {@code dbsize.c}. */
final class SizeText {
  private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB", "PB"};
  private static final int BYTES_LIMIT = 10 * 1024;
  private static final int LIMIT = 20 * 1024 - 1;

  private static final Pattern SIZE =
      Pattern.compile(
          "[ \\t\\n\\r\\f\\x0b]*([-+]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)"
              + "(?:[eE][ \\t\\n\\r\\f\\x0b]*[-+]?[0-9]+)?)(.*)",
          Pattern.DOTALL);

  private SizeText() {}

  static String pretty(long size) {
    long rest = size;
    int unit = 0;
    while (unit < UNITS.length - 1 && !isBelow(rest, unit == 0 ? BYTES_LIMIT : LIMIT)) {
      // From the second unit on a half is kept for rounding.
      rest /= 1L << (unit == 0 ? 9 : 10);
      unit++;
    }
    return (unit == 0 ? rest : (rest + (rest < 0 ? -1 : 1)) / 2) + " " + UNITS[unit];
  }

  private static boolean isBelow(long size, int limit) {
    return size > -(long) limit && size < limit;
  }

  static String pretty(Numeric size) {
    Numeric rest = size;
    int unit = 0;
    while (unit < UNITS.length - 1
        && rest.abs().compareTo(Numeric.of(unit == 0 ? BYTES_LIMIT : LIMIT)) >= 0) {
      rest = rest.divideTruncated(Numeric.of(1L << (unit == 0 ? 9 : 10)));
      unit++;
    }
    Numeric shown = unit == 0 ? rest : halfRounded(rest);
    return shown + " " + UNITS[unit];
  }

  private static Numeric halfRounded(Numeric size) {
    Numeric half = size.signum() < 0 ? size.subtract(Numeric.ONE) : size.add(Numeric.ONE);
    return half.divideTruncated(Numeric.of(2));
  }

  static long bytes(String text) {
    Matcher matcher = SIZE.matcher(text);
    if (!matcher.matches()) {
      throw FunctionErrors.invalidParameter("invalid size: \"" + text + "\"");
    }
    Numeric number = Numeric.parse(matcher.group(1));
    String unit = Trimming.both(matcher.group(2), " \t\n\r\f\u000b");
    if (!unit.isEmpty()) {
      number = Numeric.of(1L << 10 * unitIndex(text, unit)).multiply(number);
    }
    return number.toLong(64, "bigint");
  }

  private static int unitIndex(String text, String unit) {
    if (unit.equalsIgnoreCase("B")) {
      return 0;
    }
    for (int i = 0; i < UNITS.length; i++) {
      if (UNITS[i].equalsIgnoreCase(unit)) {
        return i;
      }
    }
    throw ErrorReport.error(SqlState.INVALID_PARAMETER_VALUE, "invalid size: \"" + text + "\"")
        .withDetail("Invalid size unit: \"" + unit + "\".")
        .withHint("Valid units are \"bytes\", \"B\", \"kB\", \"MB\", \"GB\", \"TB\", and \"PB\".")
        .toException();
  }
}
