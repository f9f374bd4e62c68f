package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Powers of float8 where the result is certain: the special values, the errors, and whatever is
 * exactly a float8. Any other result has its last bit from the server's C library, which nobody
 * here can know, and is refused. Source: {@code float.c: dpow}.
 */
final class ExactPower {
  /** More bits than a float8 has are never exact. */
  private static final int MANTISSA_BITS = 53;

  private ExactPower() {}

  static double of(double base, double exponent) {
    if (Double.isNaN(base) || Double.isNaN(exponent)) {
      return exponent == 0 || base == 1 ? 1 : Double.NaN;
    }
    if (base == 0 && exponent < 0) {
      throw undefined("zero raised to a negative power is undefined");
    }
    if (base < 0 && Math.floor(exponent) != exponent) {
      throw undefined("a negative number raised to a non-integer power yields a complex result");
    }
    // With an infinity or a zero there is nothing to round: the rules of IEEE 754 decide.
    if (Double.isInfinite(base) || Double.isInfinite(exponent) || base == 0 || exponent == 0) {
      return base == -1 ? 1 : StrictMath.pow(base, exponent);
    }
    return finite(base, exponent);
  }

  private static double finite(double base, double exponent) {
    double result = StrictMath.pow(base, exponent);
    double magnitude = Math.log(Math.abs(base)) * exponent;
    if (Double.isInfinite(result) && magnitude > 710) {
      throw FunctionErrors.overflow();
    }
    if (result == 0 && magnitude < -746) {
      throw FunctionErrors.underflow();
    }
    if (base == 1 || exponent == 1 || isExact(base, exponent, result)) {
      return result;
    }
    throw ErrorReport.notSimulated("powers of double precision that are not exact").toException();
  }

  private static boolean isExact(double base, double exponent, double result) {
    if (Double.isInfinite(result) || Math.rint(exponent) != exponent) {
      return false;
    }
    int times = (int) Math.abs(exponent);
    if ((oddBits(base) - 1) * (long) times > MANTISSA_BITS || times > 1100) {
      return false;
    }
    BigDecimal power = new BigDecimal(base).pow(times);
    BigDecimal found = new BigDecimal(result);
    return exponent > 0
        ? power.compareTo(found) == 0
        : power.multiply(found).compareTo(BigDecimal.ONE) == 0;
  }

  /** The bits of a number's odd part: 1 for a power of two. */
  private static int oddBits(double value) {
    long mantissa = Double.doubleToLongBits(value) & 0xFFFFFFFFFFFFFL | 0x10000000000000L;
    return BigInteger.valueOf(mantissa >> Long.numberOfTrailingZeros(mantissa)).bitLength();
  }

  private static ReportedError undefined(String why) {
    return new ReportedError(SqlState.INVALID_ARGUMENT_FOR_POWER_FUNCTION, why);
  }
}
