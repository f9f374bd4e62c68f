package io.pgdouble.engine.function;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.LongFunction;

/** Whole numbers at equal distances; stops before a number that would overflow. */
final class IntegerSeries implements Iterator<Object> {
  private final long last;
  private final long step;
  private final LongFunction<Object> boxing;
  private long next;
  private boolean ended;

  IntegerSeries(long first, long last, long step, LongFunction<Object> boxing) {
    if (step == 0) {
      throw FunctionErrors.invalidParameter("step size cannot equal zero");
    }
    this.next = first;
    this.last = last;
    this.step = step;
    this.boxing = boxing;
  }

  @Override
  public boolean hasNext() {
    return !ended && (step > 0 ? next <= last : next >= last);
  }

  @Override
  public Object next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    long current = next;
    next = current + step;
    ended = ((current ^ next) & (step ^ next)) < 0;
    return boxing.apply(current);
  }
}
