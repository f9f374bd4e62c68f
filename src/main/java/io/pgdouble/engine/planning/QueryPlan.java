package io.pgdouble.engine.planning;

import io.pgdouble.engine.execution.Frame;
import io.pgdouble.engine.execution.Plan;
import io.pgdouble.engine.execution.RowSource;
import io.pgdouble.engine.execution.SourcePlan;
import io.pgdouble.engine.function.ExecutionContext;

/** A planned query. */
record QueryPlan(SourcePlan source, int relations, boolean isLight, boolean supportsBackwardScan)
    implements Plan {
  @Override
  public RowSource open(ExecutionContext context, Object[] parameters) {
    return source.open(new Frame(context, parameters, relations));
  }
}
