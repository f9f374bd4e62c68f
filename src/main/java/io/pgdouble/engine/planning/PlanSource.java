package io.pgdouble.engine.planning;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.SearchPath;
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

  private Query query;
  private Basis basis;
  private Optional<Plan> generic = Optional.empty();
  private long customPlans;
  private long genericPlans;

  public PlanSource(Query query, Basis basis) {
    this.query = query;
    this.basis = basis;
  }

  /** The query as it was analysed. */
  public Query query() {
    return query;
  }

  /**
   * Where names were looked up.
   *
   * @param relations of the catalog in which
   */
  public record Basis(RelationSource relations, SearchPath path) {}

  /** Whether names mean the same in this catalog by this path. */
  public boolean isOf(Catalog catalog, SearchPath path) {
    return basis.relations().catalog() == catalog
        && (basis.path() == path || basis.path().equals(path));
  }

  /** It was analysed anew; what was planned before is of no use. */
  public void replace(Query analysed, Basis lookedUpIn) {
    query = analysed;
    basis = lookedUpIn;
    generic = Optional.empty();
  }

  /**
   * The plan for a run ({@code GetCachedPlan}). Folding constants may fail as the server's planner
   * does.
   */
  public Plan plan(Object[] parameters, ExecutionContext context) {
    if (choosesCustom(parameters, context)) {
      customPlans++;
      return Planner.plan(query, Optional.of(parameters), basis.relations(), context);
    }
    if (generic.isEmpty()) {
      generic = Optional.of(Planner.plan(query, Optional.empty(), basis.relations(), context));
    }
    genericPlans++;
    return generic.get();
  }

  /**
   * {@code choose_custom_plan}. What is left out is the comparison of costs: a generic plan is
   * always taken to be the cheaper one, because it need not be planned.
   */
  private boolean choosesCustom(Object[] parameters, ExecutionContext context) {
    if (parameters.length == 0) {
      return false;
    }
    return switch (context.setting("plan_cache_mode").orElse("auto")) {
      case "force_generic_plan" -> false;
      case "force_custom_plan" -> true;
      default -> customPlans < CUSTOM_PLANS_FIRST;
    };
  }

  /** How often a plan for given values was made, as {@code pg_prepared_statements} counts. */
  public long customPlans() {
    return customPlans;
  }

  /** How often the plan for any values was used. */
  public long genericPlans() {
    return genericPlans;
  }
}
