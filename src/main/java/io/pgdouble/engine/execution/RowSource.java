package io.pgdouble.engine.execution;

/** Rows, pulled one at a time. Used by one thread at a time. */
public interface RowSource {
  /** What {@link #next()} answers, by identity, when there are no more rows. */
  Object[] END = new Object[0];

  /** The next row, or {@link #END}, and {@code END} ever after. */
  Object[] next();
}
