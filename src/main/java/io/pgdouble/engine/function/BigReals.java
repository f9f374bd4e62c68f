package io.pgdouble.engine.function;

import java.math.BigDecimal;
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

  private static boolean isNegligible(BigDecimal power, BigDecimal first) {
    return power.abs().compareTo(first.abs().multiply(TINY)) < 0;
  }
}
