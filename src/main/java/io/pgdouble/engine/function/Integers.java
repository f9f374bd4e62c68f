package io.pgdouble.engine.function;

import java.math.BigInteger;

/** Integer arithmetic that reports overflow in the server's words. Source: {@code int.c}. */
final class Integers {
  private static final BigInteger MAX_INT8 = BigInteger.valueOf(Long.MAX_VALUE);

  private Integers() {}

  static Object boxed4(long value) {
    return (int) value;
  }

  static Object boxed8(long value) {
    return value;
  }

  static short toInt2(long value) {
    if (value < Short.MIN_VALUE || value > Short.MAX_VALUE) {
      throw FunctionErrors.smallintRange();
    }
    return (short) value;
  }

  static int toInt4(long value) {
    if (value != (int) value) {
      throw FunctionErrors.integerRange();
    }
    return (int) value;
  }

  static long toOid(long value) {
    if (value < 0 || value > 0xFFFFFFFFL) {
      throw FunctionErrors.range("OID out of range");
    }
    return value;
  }

  static int add(int left, int right) {
    return toInt4((long) left + right);
  }

  static int subtract(int left, int right) {
    return toInt4((long) left - right);
  }

  static long add(long left, long right) {
    long sum = left + right;
    if (((left ^ sum) & (right ^ sum)) < 0) {
      throw FunctionErrors.bigintRange();
    }
    return sum;
  }

  static long subtract(long left, long right) {
    long difference = left - right;
    if (((left ^ right) & (left ^ difference)) < 0) {
      throw FunctionErrors.bigintRange();
    }
    return difference;
  }

  static long multiply(long left, long right) {
    long product = left * right;
    if (Math.multiplyHigh(left, right) != product >> 63) {
      throw FunctionErrors.bigintRange();
    }
    return product;
  }

  static long divide(long left, long right) {
    return right == -1 ? subtract(0L, left) : left / divisor(right);
  }

  static int divisor(int value) {
    if (value == 0) {
      throw FunctionErrors.divisionByZero();
    }
    return value;
  }

  static long divisor(long value) {
    if (value == 0) {
      throw FunctionErrors.divisionByZero();
    }
    return value;
  }

  /** The greatest common divisor, not negative. */
  static long gcd(long left, long right) {
    BigInteger gcd = BigInteger.valueOf(left).gcd(BigInteger.valueOf(right));
    if (gcd.compareTo(MAX_INT8) > 0) {
      throw FunctionErrors.bigintRange();
    }
    return gcd.longValue();
  }

  static int lcm(int left, int right) {
    BigInteger lcm = bigLcm(left, right);
    if (lcm.bitLength() > 31) {
      throw FunctionErrors.integerRange();
    }
    return lcm.intValue();
  }

  static long lcm(long left, long right) {
    BigInteger lcm = bigLcm(left, right);
    if (lcm.bitLength() > 63) {
      throw FunctionErrors.bigintRange();
    }
    return lcm.longValue();
  }

  private static BigInteger bigLcm(long left, long right) {
    if (left == 0 || right == 0) {
      return BigInteger.ZERO;
    }
    BigInteger first = BigInteger.valueOf(left);
    BigInteger second = BigInteger.valueOf(right);
    return first.divide(first.gcd(second)).multiply(second).abs();
  }
}
