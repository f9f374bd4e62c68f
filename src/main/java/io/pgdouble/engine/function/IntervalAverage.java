package io.pgdouble.engine.function;

import io.pgdouble.type.Interval;

/** {@code avg(interval)}. Source: {@code timestamp.c: interval_accum, interval_avg}. */
final class IntervalAverage implements Accumulator {
  private Interval sum = Interval.ZERO;
  private long count;

  @Override
  public void add(Object[] arguments) {
    if (arguments[0] != null) {
      sum = Intervals.plus(sum, (Interval) arguments[0]);
      count++;
    }
  }

  @Override
  public Object result() {
    return count == 0 ? null : Intervals.dividedBy(sum, count);
  }
}
