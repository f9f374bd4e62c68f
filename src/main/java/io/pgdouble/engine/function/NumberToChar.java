package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.type.Numeric;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** {@code to_char} of numbers. Source: {@code formatting.c: numeric_to_char} and its neighbours. */
final class NumberToChar {
  private static final int MAX_ROMAN = 3999;
  private static final int ROMAN_WIDTH = 15;
  private static final int FLOAT8_DIGITS = 15;
  private static final int FLOAT4_DIGITS = 6;

  private NumberToChar() {}

  static String numeric(Numeric value, String pattern) {
    if (pattern.isEmpty()) {
      return "";
    }
    NumberFormat format = new NumberFormat(pattern);
    if (format.roman) {
      return laidOut(format, roman((int) value.round(0).toLong(32, "integer")));
    }
    if (format.scientific) {
      return value.isFinite() ? scientific(value.value(), format) : hashes(format);
    }
    Numeric shifted = value;
    if (format.shifted) {
      shifted = value.multiply(Numeric.of(BigDecimal.TEN.pow(format.shift)));
      format.before += format.shift;
    }
    return fixed(format, shifted.round(format.after).toString());
  }

  static String int4(int value, String pattern) {
    if (pattern.isEmpty()) {
      return "";
    }
    NumberFormat format = new NumberFormat(pattern);
    if (format.roman) {
      return laidOut(format, roman(value));
    }
    if (format.scientific) {
      return binaryScientific(value, format);
    }
    long shifted = value;
    if (format.shifted) {
      shifted = shiftedInteger(value, format);
      if (shifted != (int) shifted) {
        throw ErrorReport.notSimulated("what the processor makes of this overflow").toException();
      }
    }
    return fixed(format, withZeros(shifted, format));
  }

  static String int8(long value, String pattern) {
    if (pattern.isEmpty()) {
      return "";
    }
    NumberFormat format = new NumberFormat(pattern);
    if (format.roman) {
      return laidOut(format, roman(Integers.toInt4(value)));
    }
    if (format.scientific) {
      return scientific(BigDecimal.valueOf(value), format);
    }
    long shifted = format.shifted ? shiftedInteger(value, format) : value;
    return fixed(format, withZeros(shifted, format));
  }

  private static long shiftedInteger(long value, NumberFormat format) {
    if (format.shift > 18) {
      throw ErrorReport.notSimulated("shifts of more than 18 digits").toException();
    }
    format.before += format.shift;
    return Integers.multiply(value, (long) Math.pow(10, format.shift));
  }

  private static String withZeros(long value, NumberFormat format) {
    return format.after == 0 ? Long.toString(value) : value + "." + "0".repeat(format.after);
  }

  static String float8(double value, String pattern) {
    if (pattern.isEmpty()) {
      return "";
    }
    NumberFormat format = new NumberFormat(pattern);
    if (format.roman) {
      return laidOut(format, roman((int) Math.rint(value)));
    }
    if (format.scientific) {
      return Double.isNaN(value) || Double.isInfinite(value)
          ? hashes(format)
          : binaryScientific(value, format);
    }
    double shifted = value;
    if (format.shifted) {
      shifted = value * Math.pow(10, format.shift);
      format.before += format.shift;
    }
    return floating(format, shifted, FLOAT8_DIGITS);
  }

  static String float4(float value, String pattern) {
    if (pattern.isEmpty()) {
      return "";
    }
    NumberFormat format = new NumberFormat(pattern);
    if (format.roman) {
      return laidOut(format, roman((int) Math.rint(value)));
    }
    if (format.scientific) {
      return Float.isNaN(value) || Float.isInfinite(value)
          ? hashes(format)
          : binaryScientific(value, format);
    }
    float shifted = value;
    if (format.shifted) {
      shifted = value * (float) Math.pow(10, format.shift);
      format.before += format.shift;
    }
    return floating(format, shifted, FLOAT4_DIGITS);
  }

  /** No more digits after the point than the type has in all. */
  private static String floating(NumberFormat format, double value, int digits) {
    int before = printed(Math.abs(value), 0).length();
    if (before >= digits) {
      format.after = 0;
    } else if (before + format.after > digits) {
      format.after = digits - before;
    }
    return fixed(format, printed(value, format.after));
  }

  /** C's {@code %.*f}: the exact binary value, halves to even. */
  private static String printed(double value, int digits) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "Infinity" : "-Infinity";
    }
    String text =
        new BigDecimal(Math.abs(value)).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    return value < 0 || (value == 0 && 1 / value < 0) ? "-" + text : text;
  }

  private static String fixed(NumberFormat format, String text) {
    char sign = text.startsWith("-") ? '-' : '+';
    String number = sign == '-' ? text.substring(1) : text;
    int point = number.indexOf('.');
    int length = point < 0 ? number.length() : point;
    if (length > format.before) {
      number = "#".repeat(format.before) + "." + "#".repeat(format.after);
    }
    int spaces = Math.max(format.before - length, 0);
    return NumberWriter.write(format, number, sign, spaces);
  }

  private static String laidOut(NumberFormat format, String number) {
    return NumberWriter.write(format, number, (char) 0, 0);
  }

  private static String roman(int number) {
    if (number > MAX_ROMAN || number < 1) {
      return "#".repeat(ROMAN_WIDTH);
    }
    return "M".repeat(number / 1000)
        + romanDigit(number / 100 % 10, "CDM")
        + romanDigit(number / 10 % 10, "XLC")
        + romanDigit(number % 10, "IVX");
  }

  /** A digit by the letters for one, five and ten of it. */
  private static String romanDigit(int digit, String letters) {
    String one = letters.substring(0, 1);
    if (digit == 9) {
      return one + letters.charAt(2);
    }
    if (digit == 4) {
      return one + letters.charAt(1);
    }
    return digit < 5 ? one.repeat(digit) : letters.substring(1, 2) + one.repeat(digit - 5);
  }

  private static String hashes(NumberFormat format) {
    StringBuilder text = new StringBuilder("#".repeat(format.before + format.after + 6));
    text.setCharAt(0, ' ');
    text.setCharAt(format.before + 1, '.');
    return text.toString();
  }

  /** C's {@code %+.*e}, with a space for a plus. */
  private static String binaryScientific(double value, NumberFormat format) {
    boolean negative = value < 0 || (value == 0 && 1 / value < 0);
    BigDecimal exact = new BigDecimal(Math.abs(value));
    return (negative ? "-" : " ") + scientific(exact, format.after, RoundingMode.HALF_EVEN);
  }

  private static String scientific(BigDecimal value, NumberFormat format) {
    return (value.signum() < 0 ? "-" : " ") + scientificUnadjusted(value.abs(), format.after);
  }

  /** The exponent is chosen before rounding, which may make a mantissa of 10. */
  private static String scientificUnadjusted(BigDecimal value, int digits) {
    int exponent = value.signum() == 0 ? 0 : value.precision() - value.scale() - 1;
    BigDecimal mantissa = value.scaleByPowerOfTen(-exponent).setScale(digits, RoundingMode.HALF_UP);
    return withExponent(mantissa.toPlainString(), exponent);
  }

  private static String withExponent(String mantissa, int exponent) {
    return String.format("%se%s%02d", mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  private static String scientific(BigDecimal value, int digits, RoundingMode mode) {
    BigDecimal rounded = value.round(new MathContext(digits + 1, mode));
    int exponent = value.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
    String mantissa =
        rounded.scaleByPowerOfTen(-exponent).setScale(digits, RoundingMode.DOWN).toPlainString();
    return withExponent(mantissa, exponent);
  }
}
