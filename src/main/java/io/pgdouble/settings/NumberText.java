package io.pgdouble.settings;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number at the start of a text, and what stands after it, as C's {@code strtol} (base 0) and
 * {@code strtod} find them.
 *
 * @param rest what was not read
 */
record NumberText(double value, String rest) {
  private static final String SPACES = "[ \\t-\\r]*";
  private static final Pattern INTEGER =
      Pattern.compile(SPACES + "([+-]?)(?:0[xX]([0-9a-fA-F]+)|(0[0-7]*)|([1-9][0-9]*))");
  private static final Pattern REAL =
      Pattern.compile(
          SPACES
              + "([+-]?)(?:(inf(?:inity)?)|(nan)"
              + "|(0[xX](?:[0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)(?:[pP][+-]?[0-9]+)?)"
              + "|((?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?))",
          Pattern.CASE_INSENSITIVE);
  private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

  /**
   * A whole number in decimal, hexadecimal or octal, or else a real one. Empty if there is none, or
   * if it is out of any range. {@code guc.c: parse_int}.
   */
  static Optional<NumberText> integer(String text) {
    Matcher matcher = INTEGER.matcher(text);
    if (!matcher.lookingAt()) {
      return startsReal(text, 0) ? real(text) : Optional.empty();
    }
    if (startsReal(text, matcher.end())) {
      return real(text);
    }
    BigInteger magnitude = magnitude(matcher);
    if (magnitude.compareTo(LONG_MAX) > 0) {
      return real(text);
    }
    double value = magnitude.doubleValue();
    return Optional.of(
        new NumberText(
            matcher.group(1).equals("-") ? -value : value, text.substring(matcher.end())));
  }

  /** Whether what {@code strtol} left begins as only a real number goes on. */
  private static boolean startsReal(String text, int at) {
    return at < text.length() && ".eE".indexOf(text.charAt(at)) >= 0;
  }

  private static BigInteger magnitude(Matcher matcher) {
    if (matcher.group(2) != null) {
      return new BigInteger(matcher.group(2), 16);
    }
    return matcher.group(3) != null
        ? new BigInteger(matcher.group(3), 8)
        : new BigInteger(matcher.group(4));
  }

  /** A real number. Empty if there is none, or if it overflows. */
  static Optional<NumberText> real(String text) {
    Matcher matcher = REAL.matcher(text);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    double magnitude = realMagnitude(matcher);
    boolean overflows = Double.isInfinite(magnitude) && matcher.group(2) == null;
    if (overflows) {
      return Optional.empty();
    }
    double value = matcher.group(1).equals("-") ? -magnitude : magnitude;
    return Optional.of(new NumberText(value, text.substring(matcher.end())));
  }

  private static double realMagnitude(Matcher matcher) {
    if (matcher.group(2) != null) {
      return Double.POSITIVE_INFINITY;
    }
    if (matcher.group(3) != null) {
      return Double.NaN;
    }
    if (matcher.group(4) != null) {
      String hexadecimal = matcher.group(4).toLowerCase(Locale.ROOT);
      return Double.parseDouble(hexadecimal.indexOf('p') < 0 ? hexadecimal + "p0" : hexadecimal);
    }
    return Double.parseDouble(matcher.group(5));
  }
}
