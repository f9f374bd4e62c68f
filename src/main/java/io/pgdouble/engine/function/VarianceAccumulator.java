package io.pgdouble.engine.function;

import io.pgdouble.type.Numeric;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Variances of exact numbers. Source: {@code numeric.c: numeric_stddev_internal}. */
final class VarianceAccumulator implements Accumulator {
  private final Result result;
  private Numeric sum = Numeric.ZERO;
  private Numeric squares = Numeric.ZERO;
  private long count;
  private boolean special;

  VarianceAccumulator(Result result) {
    this.result = result;
  }

  /** Which of the four. */
  enum Result {
    VAR_POP,
    VAR_SAMP,
    STDDEV_POP,
    STDDEV_SAMP;

    boolean isSample() {
      return this == VAR_SAMP || this == STDDEV_SAMP;
    }

    boolean isRoot() {
      return this == STDDEV_POP || this == STDDEV_SAMP;
    }
  }

  @Override
  public void add(Object[] arguments) {
    if (arguments[0] == null) {
      return;
    }
    Numeric value = Aggregates.number(arguments[0]);
    count++;
    if (value.isFinite()) {
      sum = sum.add(value);
      squares = squares.add(value.multiply(value));
    } else {
      special = true;
    }
  }

  @Override
  public Object result() {
    if (count == 0 || (result.isSample() && count == 1)) {
      return null;
    }
    if (special) {
      return Numeric.NAN;
    }
    Numeric number = Numeric.of(count);
    Numeric numerator = number.multiply(squares).subtract(sum.multiply(sum));
    if (numerator.signum() <= 0) {
      return Numeric.ZERO;
    }
    Numeric divisor = number.multiply(Numeric.of(result.isSample() ? count - 1 : count));
    Numeric variance = numerator.divide(divisor);
    return result.isRoot() ? root(variance.value()) : variance;
  }

  /** To the scale the variance has. */
  private static Numeric root(BigDecimal variance) {
    int scale = variance.scale() + 1;
    BigInteger scaled = variance.movePointRight(2 * scale).toBigInteger();
    BigDecimal root = new BigDecimal(scaled.sqrt(), scale);
    return Numeric.of(root.setScale(variance.scale(), RoundingMode.HALF_UP));
  }
}
