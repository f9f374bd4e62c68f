package io.pgdouble.engine.planning;

import io.pgdouble.engine.execution.CommonTablePlan;
import io.pgdouble.engine.execution.RowOrder;
import io.pgdouble.engine.execution.SourcePlan;
import io.pgdouble.engine.execution.Subqueries;
import io.pgdouble.engine.expression.CommonTable;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.SetOperation;
import java.util.Optional;

/** Plans common tables. */
final class CommonTablePlanner {
  private CommonTablePlanner() {}

  static CommonTablePlan plan(Scope around, CommonTable table) {
    Query query = table.query();
    if (!table.recursive()) {
      return new CommonTablePlan(table.name(), QueryPlanner.inner(around, query), Optional.empty());
    }
    SetOperation.Node union = (SetOperation.Node) query.setOperation().orElseThrow();
    SetOperationPlanner planner = new SetOperationPlanner(query, around.inner(query));
    int relations = query.rangeTable().size();
    SourcePlan first = new Subqueries.Inner(planner.left(union), relations);
    SourcePlan again = new Subqueries.Inner(planner.right(union), relations);
    Optional<RowOrder> distinct =
        union.all() ? Optional.empty() : Optional.of(SetOperationPlanner.order(union));
    return new CommonTablePlan(
        table.name(), first, Optional.of(new CommonTablePlan.Recursion(again, distinct)));
  }
}
