package io.pgdouble.engine.planning;

import io.pgdouble.engine.execution.Plan;
import io.pgdouble.engine.execution.RelationSource;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.function.ExecutionContext;
import java.util.Optional;

/**
 * The plans of one analysed query ({@code plancache.c: CachedPlanSource}): custom ones, in which
 * the parameters' values are constants, and a generic one. Which of them a run gets is visible: a
 * custom plan fails where its constants do, when the statement is bound. Belongs to one session.
 */
public final class PlanSource {
  /** Custom plans are tried this often before a generic one is considered. */
  private static final int CUSTOM_PLANS_FIRST = 5;

  private final Query query;
  private final RelationSource relations;
  private Optional<Plan> generic = Optional.empty();
  private int customPlans;

  public PlanSource(Query query, RelationSource relations) {
    this.query = query;
    this.relations = relations;
  }

  /**
   * The plan for a run ({@code GetCachedPlan}). Folding constants may fail as the server's planner
   * does.
   */
  public Plan plan(Object[] parameters, ExecutionContext context) {
    if (parameters.length > 0 && customPlans < CUSTOM_PLANS_FIRST) {
      customPlans++;
      return Planner.plan(query, Optional.of(parameters), relations, context);
    }
    if (generic.isEmpty()) {
      generic = Optional.of(Planner.plan(query, Optional.empty(), relations, context));
    }
    return generic.get();
  }
}
