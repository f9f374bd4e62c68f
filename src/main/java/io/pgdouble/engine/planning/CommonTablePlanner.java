package io.pgdouble.engine.planning;

import io.pgdouble.engine.execution.CommonTablePlan;
import io.pgdouble.engine.execution.RowOrder;
import io.pgdouble.engine.execution.SourcePlan;
import io.pgdouble.engine.execution.Subqueries;
import io.pgdouble.engine.expression.CommonTable;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.SetOperation;
import java.util.List;
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
    Scope scope = around.inner(query);
    SetOperationPlanner planner = new SetOperationPlanner(query, scope);
    SourcePlan first = inner(scope, query, planner.left(union));
    SourcePlan again = inner(scope, query, planner.right(union));
    Optional<RowOrder> distinct =
        union.all() ? Optional.empty() : Optional.of(SetOperationPlanner.order(union));
    return new CommonTablePlan(
        table.name(), first, Optional.of(new CommonTablePlan.Recursion(again, distinct)));
  }

  /** A side of the union, which sees the tables of a WITH clause of its own. */
  private static SourcePlan inner(Scope scope, Query query, SourcePlan side) {
    List<CommonTablePlan> tables = query.with().stream().map(one -> plan(scope, one)).toList();
    SourcePlan whole = tables.isEmpty() ? side : new Subqueries.WithTables(side, tables);
    return new Subqueries.Inner(whole, query.rangeTable().size());
  }
}
