package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.ColumnRef;
import io.pgdouble.engine.tree.CommonTableExpr;
import io.pgdouble.engine.tree.CteMaterialize;
import io.pgdouble.engine.tree.LimitOption;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.RelPersistence;
import io.pgdouble.engine.tree.ResTarget;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.engine.tree.SelectTail;
import io.pgdouble.engine.tree.SetOperation;
import io.pgdouble.engine.tree.WithClause;
import java.util.List;
import java.util.Optional;

/** What CREATE RECURSIVE VIEW means ({@code gram.y: makeRecursiveViewSelect}). */
final class RecursiveViews {
  private RecursiveViews() {}

  /** {@code WITH RECURSIVE name (columns) AS (query) SELECT columns FROM name}. */
  static SelectStmt select(RangeVar view, List<String> columns, SelectStmt query) {
    String name = view.relname();
    CommonTableExpr table =
        new CommonTableExpr(
            name, columns, CteMaterialize.DEFAULT, query, Optional.empty(), Optional.empty(), -1);
    WithClause with = new WithClause(List.of(table), true, -1);
    List<ResTarget> targets = columns.stream().map(RecursiveViews::target).toList();
    return new SelectStmt(
        Optional.empty(),
        Optional.empty(),
        targets,
        List.of(reference(name)),
        Optional.empty(),
        List.of(),
        false,
        Optional.empty(),
        List.of(),
        List.of(),
        tail(with),
        SetOperation.NONE,
        false,
        Optional.empty(),
        Optional.empty());
  }

  private static ResTarget target(String column) {
    ColumnRef reference = new ColumnRef(List.of(column), false, -1);
    return new ResTarget(Optional.empty(), List.of(), reference, -1);
  }

  private static RangeVar reference(String name) {
    return new RangeVar(
        Optional.empty(),
        Optional.empty(),
        name,
        true,
        RelPersistence.PERMANENT,
        Optional.empty(),
        -1);
  }

  private static SelectTail tail(WithClause with) {
    return new SelectTail(
        List.of(),
        Optional.empty(),
        Optional.empty(),
        LimitOption.COUNT,
        List.of(),
        Optional.of(with));
  }
}
