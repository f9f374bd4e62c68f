package io.pgdouble.engine.function;

import io.pgdouble.type.Numeric;

/** {@code sum} and {@code avg} of exact numbers. Source: {@code numeric.c}. */
final class SumAccumulator implements Accumulator {
  private final Result result;
  private Numeric sum = Numeric.ZERO;
  private long count;

  SumAccumulator(Result result) {
    this.result = result;
  }

  /** What is asked of the sum. */
  enum Result {
    BIGINT,
    NUMERIC,
    AVERAGE
  }

  @Override
  public void add(Object[] arguments) {
    if (arguments[0] != null) {
      sum = sum.add(Aggregates.number(arguments[0]));
      count++;
    }
  }

  @Override
  public Object result() {
    if (count == 0) {
      return null;
    }
    return switch (result) {
      // The server adds without a look at overflow, which takes 2^32 rows to reach.
      case BIGINT -> sum.value().longValue();
      case NUMERIC -> sum;
      case AVERAGE -> sum.divide(Numeric.of(count));
    };
  }
}
