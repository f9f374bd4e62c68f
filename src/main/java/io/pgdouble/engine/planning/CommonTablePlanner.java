package io.pgdouble.engine.planning;

import io.pgdouble.engine.execution.CommonTablePlan;
import io.pgdouble.engine.execution.RowOrder;
import io.pgdouble.engine.execution.SourcePlan;
import io.pgdouble.engine.execution.Subqueries;
import io.pgdouble.engine.expression.CommonTable;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.SetOperation;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.DataType;
import io.pgdouble.type.TypeOid;
import io.pgdouble.type.Types;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans common tables. */
final class CommonTablePlanner {
  private static final Set<Integer> UNHASHABLE = Set.of(TypeOid.MONEY, TypeOid.BIT, TypeOid.VARBIT);

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
    if (!union.all()) {
      requireHashable(union);
    }
    Optional<RowOrder> distinct =
        union.all() ? Optional.empty() : Optional.of(SetOperationPlanner.order(union));
    return new CommonTablePlan(
        table.name(), first, Optional.of(new CommonTablePlan.Recursion(again, distinct)));
  }

  /** {@code planner.c: generate_recursion_path}: rows are told apart by a hash table, or not. */
  private static void requireHashable(SetOperation.Node union) {
    if (union.columns().stream().anyMatch(column -> isUnhashable(column.type()))) {
      throw ErrorReport.error(SqlState.FEATURE_NOT_SUPPORTED, "could not implement recursive UNION")
          .withDetail("All column datatypes must be hashable.")
          .toException();
    }
  }

  /** Types without a hash operator class, and arrays of them. */
  private static boolean isUnhashable(int type) {
    int element =
        Types.find(type).filter(DataType::isTrueArray).map(DataType::elementOid).orElse(type);
    return UNHASHABLE.contains(element);
  }

  /** A side of the union, which sees the tables of a WITH clause of its own. */
  private static SourcePlan inner(Scope scope, Query query, SourcePlan side) {
    List<CommonTablePlan> tables = query.with().stream().map(one -> plan(scope, one)).toList();
    SourcePlan whole = tables.isEmpty() ? side : new Subqueries.WithTables(side, tables);
    return new Subqueries.Inner(whole, query.rangeTable().size());
  }
}
