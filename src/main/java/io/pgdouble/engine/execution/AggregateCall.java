package io.pgdouble.engine.execution;

/** An aggregate of a query, as its groups compute it. */
public sealed interface AggregateCall permits PlainAggregate, OrderedSetAggregate {

  /** Begins with a group. */
  Collected start();

  /** What one aggregate has seen of one group. */
  interface Collected {
    /** Takes the row that the frame stands on. */
    void add(Frame frame);

    /** The result, when the frame stands on the group's first row. */
    Object result(Frame frame);
  }
}
