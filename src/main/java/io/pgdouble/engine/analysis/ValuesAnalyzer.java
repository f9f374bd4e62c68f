package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.Var;
import io.pgdouble.engine.expression.FromNode;
import io.pgdouble.engine.expression.Locations;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.RangeColumn;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/** VALUES lists ({@code transformValuesClause}). */
final class ValuesAnalyzer {
  private ValuesAnalyzer() {}

  static Query analyze(ParseState state, SelectStmt select) {
    SelectAnalyzer.QueryParts parts = new SelectAnalyzer.QueryParts();
    parts.with = SelectAnalyzer.with(state, select);
    List<List<Expression>> rows = rows(state, select.valuesLists());
    List<RangeColumn> columns = unify(state, rows);
    state.rangeTable.add(new RangeEntry.Values("*VALUES*", rows, columns));
    parts.from = List.of(new FromNode.Range(0));
    parts.targets = targets(columns);
    state.namespace.add(RangeEntries.item(state, 0));
    SelectAnalyzer.tail(state, select, parts);
    RowLocks.requireNone(select, "cannot be applied to VALUES");
    return CollationAssigner.assign(state, parts.build(state));
  }

  private static List<List<Expression>> rows(ParseState state, List<List<Expr>> lists) {
    ClauseKind outer = state.kind;
    state.kind = ClauseKind.VALUES;
    List<List<Expression>> rows = new ArrayList<>();
    for (List<Expr> list : lists) {
      List<Expression> row = TargetLists.expressions(state, list);
      if (!rows.isEmpty() && rows.get(0).size() != row.size()) {
        throw Complaint.error(
            Locations.of(row), SqlState.SYNTAX_ERROR, "VALUES lists must all be the same length");
      }
      rows.add(new ArrayList<>(row));
    }
    state.kind = outer;
    return rows;
  }

  /** Gives each column one type. */
  private static List<RangeColumn> unify(ParseState state, List<List<Expression>> rows) {
    List<RangeColumn> columns = new ArrayList<>();
    for (int i = 0; i < rows.get(0).size(); i++) {
      int column = i;
      List<Expression> values = rows.stream().map(row -> row.get(column)).toList();
      int type = CommonType.select(state, values, "VALUES");
      List<Expression> converted = new ArrayList<>();
      for (List<Expression> row : rows) {
        Expression value = Coercion.toCommon(state, row.get(column), type, "VALUES");
        row.set(column, value);
        converted.add(value);
      }
      columns.add(
          new RangeColumn(
              "column" + (i + 1),
              type,
              CommonType.typmod(converted, type),
              Coercion.collationOf(state, type),
              0,
              0));
    }
    return columns;
  }

  private static List<TargetEntry> targets(List<RangeColumn> columns) {
    List<TargetEntry> targets = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      RangeColumn column = columns.get(i);
      Expression value =
          new Var(0, 0, i + 1, column.type(), column.typmod(), column.collation(), -1);
      targets.add(new TargetEntry(value, column.name(), 0, false, 0, 0));
    }
    return targets;
  }
}
