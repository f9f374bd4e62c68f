package io.pgdouble.engine.function;

/** A window function that is no aggregate. Stateless. */
@FunctionalInterface
public interface WindowFunction {

  /** Begins with a partition. */
  Results start();

  /** What it answers for one row after the other of a partition. */
  @FunctionalInterface
  interface Results {
    /** The result for the current row; null for SQL's NULL. */
    Object next(WindowRows rows);
  }
}
