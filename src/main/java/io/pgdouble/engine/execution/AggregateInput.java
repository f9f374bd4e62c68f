package io.pgdouble.engine.execution;

import java.util.Optional;

/**
 * What an aggregate takes of each row.
 *
 * @param arguments the aggregate's own first, then what it is ordered by
 */
public record AggregateInput(Evaluator[] arguments, Optional<Evaluator> filter) {

  /** Whether the row counts. */
  boolean admits(Frame frame) {
    return filter.isEmpty() || Boolean.TRUE.equals(filter.get().evaluate(frame));
  }

  Object[] values(Frame frame) {
    return Evaluator.all(arguments, frame);
  }
}
