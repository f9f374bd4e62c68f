package io.pgdouble.engine.execution;

/** A window function of a query. */
public sealed interface WindowCall permits WindowFunctionCall, WindowAggregate {

  /** Where its result goes. */
  int slot();

  /** Begins with a partition. */
  Results start(WindowBounds bounds);

  /** Its results for one row after the other. */
  interface Results {
    /** The result for the row that the bounds are around. */
    Object next();
  }
}
