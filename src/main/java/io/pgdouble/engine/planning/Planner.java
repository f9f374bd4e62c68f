package io.pgdouble.engine.planning;

import io.pgdouble.engine.execution.Plan;
import io.pgdouble.engine.execution.RelationSource;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.Optional;

/** Makes plans of queries ({@code planner.c}). Stateless. */
public final class Planner {
  private Planner() {}

  /**
   * A plan.
   *
   * @param parameters values to be folded as constants, for a custom plan
   */
  public static Plan plan(
      Query query,
      Optional<Object[]> parameters,
      RelationSource relations,
      ExecutionContext context) {
    Query folded = new ConstantFolder(parameters, context).fold(UnusedColumns.drop(query));
    Estimates.compute(folded, parameters, context);
    QueryPlan plan = QueryPlanner.top(folded, relations);
    if (plan.unlogged() && context.recovery().inProgress()) {
      throw inRecovery();
    }
    return plan;
  }

  /** {@code plancat.c: get_relation_info}. */
  private static ReportedError inRecovery() {
    return new ReportedError(
        SqlState.FEATURE_NOT_SUPPORTED,
        "cannot access temporary or unlogged relations during recovery");
  }
}
