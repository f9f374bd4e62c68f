package io.pgdouble.engine.function;

import io.pgdouble.type.Interval;
import io.pgdouble.type.Numeric;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A value, the one after it, and so on while a condition holds. */
final class Series<T> implements Iterator<Object> {
  private final Predicate<T> goesOn;
  private final UnaryOperator<T> successor;

  /** Null where there is no further one. */
  private T next;

  private Series(T first, Predicate<T> goesOn, UnaryOperator<T> successor) {
    this.next = first;
    this.goesOn = goesOn;
    this.successor = successor;
  }

  static Series<Numeric> numeric(Numeric first, Numeric last, Numeric step) {
    check(first, "start value");
    check(last, "stop value");
    check(step, "step size");
    if (step.signum() == 0) {
      throw FunctionErrors.invalidParameter("step size cannot equal zero");
    }
    int sign = step.signum();
    // The one after the last may be greater than any number can be.
    return new Series<>(
        first,
        n -> n.compareTo(last) * sign <= 0,
        n -> last.subtract(n).compareTo(step) * sign < 0 ? null : n.add(step));
  }

  private static void check(Numeric number, String what) {
    if (!number.isFinite()) {
      throw FunctionErrors.invalidParameter(
          what + " cannot be " + (number.isNaN() ? "NaN" : "infinity"));
    }
  }

  static Series<Long> timestamps(
      long first, long last, Interval step, LongUnaryOperator successor) {
    int sign = Integer.signum(step.compareTo(Interval.ZERO));
    if (sign == 0) {
      throw FunctionErrors.invalidParameter("step size cannot equal zero");
    }
    return new Series<>(first, t -> Long.compare(t, last) * sign <= 0, successor::applyAsLong);
  }

  @Override
  public boolean hasNext() {
    return next != null && goesOn.test(next);
  }

  @Override
  public Object next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    T current = next;
    next = successor.apply(current);
    return current;
  }
}
