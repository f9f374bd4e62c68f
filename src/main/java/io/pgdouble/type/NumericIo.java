package io.pgdouble.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/** numeric; in binary, digits to the base 10000. Server: {@code numeric.c: numeric_recv}. */
final class NumericIo implements TypeIo {
  static final NumericIo INSTANCE = new NumericIo();

  private static final int POSITIVE = 0x0000;
  private static final int NEGATIVE = 0x4000;
  private static final int NAN = 0xc000;
  private static final int INFINITY = 0xd000;
  private static final int MINUS_INFINITY = 0xf000;

  /** What the bits of an infinity's header amount to when they are read as a scale. */
  private static final int INFINITY_SCALE = 32;

  private static final int BASE_DIGITS = 4;
  private static final int BASE = 10_000;
  private static final int SCALE_MASK = 0x3fff;

  @Override
  public Object input(String text, int typmod, TypeEnvironment environment) {
    return NumericText.parse(text).withTypmod(typmod);
  }

  @Override
  public String output(Object value, TypeEnvironment environment) {
    return value.toString();
  }

  @Override
  public Object receive(BinaryReader in, int typmod, TypeEnvironment environment) {
    int count = in.int16() & 0xffff;
    int weight = in.int16();
    int sign = in.int16() & 0xffff;
    if (sign != POSITIVE
        && sign != NEGATIVE
        && sign != NAN
        && sign != INFINITY
        && sign != MINUS_INFINITY) {
      throw TypeErrors.invalidBinary("invalid sign in external \"numeric\" value");
    }
    int scale = in.int16() & 0xffff;
    if (scale != (scale & SCALE_MASK)) {
      throw TypeErrors.invalidBinary("invalid scale in external \"numeric\" value");
    }
    byte[] digits = digits(in, count);
    Numeric value =
        switch (sign) {
          case NAN -> Numeric.NAN;
          case INFINITY -> Numeric.INFINITY;
          case MINUS_INFINITY -> Numeric.MINUS_INFINITY;
          default -> finite(digits, weight, sign == NEGATIVE).scaledDown(scale);
        };
    return value.withTypmod(typmod);
  }

  /** The decimal digits. */
  private static byte[] digits(BinaryReader in, int count) {
    byte[] digits = new byte[count * BASE_DIGITS];
    for (int i = 0; i < count; i++) {
      int digit = in.int16();
      if (digit < 0 || digit >= BASE) {
        throw TypeErrors.invalidBinary("invalid digit in external \"numeric\" value");
      }
      for (int j = BASE_DIGITS - 1; j >= 0; j--) {
        digits[i * BASE_DIGITS + j] = (byte) ('0' + digit % 10);
        digit /= 10;
      }
    }
    return digits;
  }

  /** A number before its scale is applied. */
  private record Unscaled(BigDecimal value) {
    /** Digits the scale would hide are cut, as the server does for the sake of old clients. */
    Numeric scaledDown(int scale) {
      return Numeric.of(value.setScale(scale, RoundingMode.DOWN));
    }
  }

  private static Unscaled finite(byte[] digits, int weight, boolean negative) {
    if (digits.length == 0) {
      return new Unscaled(BigDecimal.ZERO);
    }
    BigInteger unscaled = new BigInteger(new String(digits, StandardCharsets.ISO_8859_1));
    int scale = digits.length - BASE_DIGITS * (weight + 1);
    BigDecimal value = new BigDecimal(unscaled, scale);
    return new Unscaled(negative ? value.negate() : value);
  }

  @Override
  public byte[] send(Object value, TypeEnvironment environment) {
    Numeric number = (Numeric) value;
    if (number.isFinite()) {
      return sendFinite(number.value());
    }
    int sign = number.signum() < 0 ? MINUS_INFINITY : INFINITY;
    return new BinaryWriter(8)
        .int16(0)
        .int16(0)
        .int16(number.isNaN() ? NAN : sign)
        .int16(number.isNaN() ? 0 : INFINITY_SCALE)
        .toBytes();
  }

  private static byte[] sendFinite(BigDecimal value) {
    int count = NumericScale.digitCount(value);
    int weight = NumericScale.weight(value);
    BinaryWriter out = new BinaryWriter(8 + 2 * count);
    out.int16(count).int16(weight).int16(value.signum() < 0 ? NEGATIVE : POSITIVE);
    out.int16(value.scale());
    if (count > 0) {
      int places = BASE_DIGITS * (count - weight - 1);
      String digits =
          value.abs().scaleByPowerOfTen(places).setScale(0, RoundingMode.DOWN).toPlainString();
      String padded = "0".repeat(BASE_DIGITS * count - digits.length()) + digits;
      for (int i = 0; i < padded.length(); i += BASE_DIGITS) {
        out.int16(Integer.parseInt(padded, i, i + BASE_DIGITS, 10));
      }
    }
    return out.toBytes();
  }
}
