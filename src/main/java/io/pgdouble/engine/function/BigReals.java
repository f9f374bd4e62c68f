package io.pgdouble.engine.function;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Transcendental functions to some fifty digits, as a yardstick for the C library's doubles. */
final class BigReals {
  static final MathContext CONTEXT = new MathContext(60, RoundingMode.HALF_EVEN);

  private static final BigDecimal TINY = new BigDecimal("1e-58");
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private BigReals() {}

  /** Of an absolute value up to some 750. */
  static BigDecimal exp(BigDecimal x) {
    // exp(x) = exp(x / 2^k) ^ (2^k)
    int halvings = 0;
    BigDecimal small = x;
    while (small.abs().compareTo(new BigDecimal("0.01")) > 0) {
      small = small.divide(TWO, CONTEXT);
      halvings++;
    }
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int n = 1; term.abs().compareTo(TINY) > 0; n++) {
      term = term.multiply(small, CONTEXT).divide(BigDecimal.valueOf(n), CONTEXT);
      sum = sum.add(term, CONTEXT);
    }
    for (int i = 0; i < halvings; i++) {
      sum = sum.multiply(sum, CONTEXT);
    }
    return sum;
  }

  /** Of a positive number. */
  static BigDecimal ln(BigDecimal x) {
    int roots = 0;
    BigDecimal near = x;
    while (near.subtract(BigDecimal.ONE).abs().compareTo(new BigDecimal("0.01")) > 0) {
      near = near.sqrt(CONTEXT);
      roots++;
    }
    BigDecimal y = near.subtract(BigDecimal.ONE).divide(near.add(BigDecimal.ONE), CONTEXT);
    BigDecimal square = y.multiply(y, CONTEXT);
    BigDecimal power = y;
    BigDecimal sum = y;
    for (int n = 3; power.signum() != 0 && !isNegligible(power, y); n += 2) {
      power = power.multiply(square, CONTEXT);
      sum = sum.add(power.divide(BigDecimal.valueOf(n), CONTEXT), CONTEXT);
    }
    return sum.multiply(TWO.pow(roots + 1), CONTEXT);
  }

  /** Of an angle in radians. */
  static BigDecimal sin(BigDecimal x) {
    return sinOfQuarters(x, 0);
  }

  /** Of an angle in radians. */
  static BigDecimal cos(BigDecimal x) {
    return sinOfQuarters(x, 1);
  }

  /** Of an angle in radians, no multiple of a right angle. */
  static BigDecimal tan(BigDecimal x) {
    return sin(x).divide(cos(x), CONTEXT);
  }

  /** The sine of an angle and so many right angles. */
  private static BigDecimal sinOfQuarters(BigDecimal x, int more) {
    // No double is nearer to a multiple of a right angle than some twenty digits.
    int digits = Math.max(x.precision() - x.scale(), 0) + CONTEXT.getPrecision() + 30;
    BigDecimal right = Pi.VALUE.divide(TWO, new MathContext(digits));
    BigInteger quarters =
        x.divide(right, new MathContext(digits)).setScale(0, HALF_UP).toBigInteger();
    BigDecimal rest = x.subtract(right.multiply(new BigDecimal(quarters))).round(CONTEXT);
    int turn = quarters.mod(BigInteger.valueOf(4)).intValue() + more;
    BigDecimal square = rest.multiply(rest, CONTEXT).negate();
    BigDecimal value = turn % 2 == 0 ? series(rest, square, 1) : series(BigDecimal.ONE, square, 0);
    return turn % 4 < 2 ? value : value.negate();
  }

  /** What begins with a term of a power, the next being a square times it over the factorials. */
  private static BigDecimal series(BigDecimal first, BigDecimal square, int power) {
    BigDecimal term = first;
    BigDecimal sum = first;
    for (int n = power; term.signum() != 0 && !isNegligible(term, first); n += 2) {
      BigDecimal next = BigDecimal.valueOf((n + 1L) * (n + 2L));
      term = term.multiply(square, CONTEXT).divide(next, CONTEXT);
      sum = sum.add(term, CONTEXT);
    }
    return sum;
  }

  /** Of any number; the angle is in radians. */
  static BigDecimal atan(BigDecimal x) {
    if (x.abs().compareTo(BigDecimal.ONE) > 0) {
      BigDecimal right = Pi.VALUE.divide(TWO, CONTEXT).multiply(BigDecimal.valueOf(x.signum()));
      return right.subtract(atan(BigDecimal.ONE.divide(x, CONTEXT)), CONTEXT);
    }
    // atan(x) = 2 atan(x / (1 + sqrt(1 + x²)))
    int halvings = 0;
    BigDecimal small = x;
    while (small.abs().compareTo(new BigDecimal("0.05")) > 0) {
      BigDecimal root = small.pow(2).add(BigDecimal.ONE).sqrt(CONTEXT);
      small = small.divide(root.add(BigDecimal.ONE), CONTEXT);
      halvings++;
    }
    BigDecimal square = small.multiply(small, CONTEXT).negate();
    BigDecimal power = small;
    BigDecimal sum = small;
    for (int n = 3; power.signum() != 0 && !isNegligible(power, small); n += 2) {
      power = power.multiply(square, CONTEXT);
      sum = sum.add(power.divide(BigDecimal.valueOf(n), CONTEXT), CONTEXT);
    }
    return sum.multiply(TWO.pow(halvings), CONTEXT);
  }

  /** Of a number between -1 and 1, exclusively. */
  static BigDecimal asin(BigDecimal x) {
    BigDecimal rest = BigDecimal.ONE.subtract(x).multiply(BigDecimal.ONE.add(x));
    return atan(x.divide(rest.sqrt(CONTEXT), CONTEXT));
  }

  /** Of a number between -1 and 1, exclusively. */
  static BigDecimal acos(BigDecimal x) {
    BigDecimal ratio = BigDecimal.ONE.subtract(x).divide(BigDecimal.ONE.add(x), CONTEXT);
    return atan(ratio.sqrt(CONTEXT)).multiply(TWO, CONTEXT);
  }

  private static boolean isNegligible(BigDecimal power, BigDecimal first) {
    return power.abs().compareTo(first.abs().multiply(TINY)) < 0;
  }

  /** To digits enough to find the right angles in the greatest double. */
  static final class Pi {
    private static final int DIGITS = 450;

    static final BigDecimal VALUE = byMachin();

    private Pi() {}

    private static BigDecimal byMachin() {
      BigInteger unit = BigInteger.TEN.pow(DIGITS + 10);
      BigInteger quarter = arcTangent(unit, 5).shiftLeft(2).subtract(arcTangent(unit, 239));
      return new BigDecimal(quarter.shiftLeft(2), DIGITS + 10);
    }

    /** Of the reciprocal of a whole number. */
    private static BigInteger arcTangent(BigInteger unit, long whole) {
      BigInteger square = BigInteger.valueOf(-whole * whole);
      BigInteger power = unit.divide(BigInteger.valueOf(whole));
      BigInteger sum = power;
      for (long n = 3; power.signum() != 0; n += 2) {
        power = power.divide(square);
        sum = sum.add(power.divide(BigInteger.valueOf(n)));
      }
      return sum;
    }
  }
}
