package io.pgdouble.engine.execution;

import io.pgdouble.engine.expression.FrameBound;
import io.pgdouble.engine.expression.WindowFrame;
import java.util.Optional;

/**
 * The frame of a window, ready to run.
 *
 * @param rangeKey what RANGE offsets count from: index into the window's keys
 * @param range how that key is ordered
 */
public record FramePlan(
    WindowFrame.Mode mode,
    Bound start,
    Bound end,
    WindowFrame.Exclusion exclusion,
    int rangeKey,
    Optional<RowOrder.Key> range) {

  /** Where the frame begins or ends. */
  public record Bound(FrameBound.Kind kind, Optional<Evaluator> offset, Optional<Call> inRange) {}

  /** Whether peer groups have to be counted. */
  boolean countsGroups() {
    return mode == WindowFrame.Mode.GROUPS
        || exclusion == WindowFrame.Exclusion.GROUP
        || exclusion == WindowFrame.Exclusion.TIES;
  }
}
