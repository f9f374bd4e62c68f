package io.pgdouble.engine.expression;

import io.pgdouble.engine.catalog.ProcEntry;
import java.util.Optional;

/**
 * Where a frame begins or ends.
 *
 * @param offset how far from the current row, for the kinds that have one
 * @param inRange the support function that knows what lies within such an offset, in RANGE mode
 */
public record FrameBound(Kind kind, Optional<Expression> offset, Optional<ProcEntry> inRange) {

  /** What it is bound to. */
  public enum Kind {
    UNBOUNDED_PRECEDING,
    OFFSET_PRECEDING,
    CURRENT_ROW,
    OFFSET_FOLLOWING,
    UNBOUNDED_FOLLOWING
  }

  /** The same bound with its offset mapped. */
  public FrameBound map(ExpressionMapper mapper) {
    return offset.isEmpty() ? this : new FrameBound(kind, mapper.map(offset), inRange);
  }
}
