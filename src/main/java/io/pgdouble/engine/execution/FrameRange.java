package io.pgdouble.engine.execution;

import io.pgdouble.engine.expression.FrameBound;

/** Which rows are within the offsets of a RANGE frame. */
record FrameRange(FramePlan plan, WindowPartition partition) {

  /** Whether a row is late enough to be the first of the frame. */
  boolean isFrom(long row, long current, Object offset) {
    Object value = partition.key(row, plan.rangeKey());
    Object base = partition.key(current, plan.rangeKey());
    if (value == null || base == null) {
      // Nulls are only near each other: their order says which come before.
      return nullsFirst() ? value != null || base == null : value == null || base != null;
    }
    return inRange(plan.start(), value, base, offset, subtracts(plan.start()), descending());
  }

  /** Whether a row is early enough to be in the frame. */
  boolean isUpTo(long row, long current, Object offset) {
    Object value = partition.key(row, plan.rangeKey());
    Object base = partition.key(current, plan.rangeKey());
    if (value == null || base == null) {
      return nullsFirst() ? value == null : base == null;
    }
    return inRange(plan.end(), value, base, offset, subtracts(plan.end()), !descending());
  }

  private boolean nullsFirst() {
    return plan.range().orElseThrow().nullsFirst();
  }

  private boolean descending() {
    return plan.range().orElseThrow().descending();
  }

  private Boolean subtracts(FramePlan.Bound bound) {
    return bound.kind() == FrameBound.Kind.OFFSET_PRECEDING ^ descending();
  }

  private boolean inRange(FramePlan.Bound bound, Object... arguments) {
    return (Boolean) bound.inRange().orElseThrow().call(partition.context(), arguments);
  }
}
