package io.pgdouble.engine.function;

import io.pgdouble.type.MultirangeValue;
import io.pgdouble.type.RangeType;
import io.pgdouble.type.RangeValue;
import java.util.ArrayList;
import java.util.List;

/** {@code range_agg}: of ranges or multiranges. Source: {@code multirangetypes.c}. */
final class RangeAccumulator implements Accumulator {
  private final RangeType type;
  private final List<RangeValue> ranges = new ArrayList<>();
  private boolean any;

  RangeAccumulator(CallContext context) {
    this.type = RangeType.ofMultirange(context.resultType()).orElseThrow();
  }

  @Override
  public void add(Object[] arguments) {
    if (arguments[0] instanceof RangeValue range) {
      any = true;
      ranges.add(range);
    } else if (arguments[0] instanceof MultirangeValue many) {
      any = true;
      ranges.addAll(many.ranges());
    }
  }

  @Override
  public Object result() {
    return any ? MultirangeValue.of(type, ranges) : null;
  }
}
