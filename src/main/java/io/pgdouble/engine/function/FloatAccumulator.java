package io.pgdouble.engine.function;

import java.util.Set;

/** Averages and variances of floats: Youngs and Cramer's. Source: {@code float.c: float8_accum}. */
final class FloatAccumulator implements Accumulator {
  private static final Set<String> RESULTS =
      Set.of(
          "float8_avg",
          "float8_var_pop",
          "float8_var_samp",
          "float8_stddev_pop",
          "float8_stddev_samp");

  private final String last;
  private double count;
  private double sum;
  private double squares;

  FloatAccumulator(String last) {
    this.last = last;
  }

  static boolean knows(String last) {
    return RESULTS.contains(last);
  }

  @Override
  public void add(Object[] arguments) {
    if (arguments[0] == null) {
      return;
    }
    double value = ((Number) arguments[0]).doubleValue();
    double before = count;
    double sumBefore = sum;
    count += 1;
    sum += value;
    if (before > 0) {
      double deviation = value * count - sum;
      squares += deviation * deviation / (count * before);
      checkOverflow(sumBefore, value);
    } else if (Double.isNaN(value) || Double.isInfinite(value)) {
      squares = Double.NaN;
    }
  }

  private void checkOverflow(double sumBefore, double value) {
    if (!Double.isInfinite(sum) && !Double.isInfinite(squares)) {
      return;
    }
    if (!Double.isInfinite(sumBefore) && !Double.isInfinite(value)) {
      throw FunctionErrors.overflow();
    }
    squares = Double.NaN;
  }

  @Override
  public Object result() {
    boolean sample = last.endsWith("_samp");
    if (count == 0 || (sample && count == 1)) {
      return null;
    }
    if (last.equals("float8_avg")) {
      return sum / count;
    }
    double variance = squares / (sample ? count - 1 : count);
    return last.startsWith("float8_stddev") ? Math.sqrt(variance) : variance;
  }
}
