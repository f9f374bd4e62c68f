package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.CmdType;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.InsertColumn;
import io.pgdouble.engine.tree.MergeStmt;
import io.pgdouble.engine.tree.MergeWhenClause;
import io.pgdouble.engine.tree.OverridingKind;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.ResTarget;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.engine.tree.TableRef;
import io.pgdouble.engine.tree.WithClause;
import io.pgdouble.facts.MajorChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** MERGE ({@code gram.y: MergeStmt}). */
final class Merges {
  private final Grammar g;
  private final Tokens t;

  Merges(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  Statement merge(Optional<WithClause> with) {
    t.expect(Keyword.MERGE, Keyword.INTO);
    RangeVar relation = new Preparables(g).target();
    t.expect(Keyword.USING);
    TableRef source = new FromItems(g).tableRef();
    t.expect(Keyword.ON);
    Expr condition = g.expressions.aExpr();
    List<MergeWhenClause> arms = new ArrayList<>();
    do {
      arms.add(arm());
    } while (t.is(Keyword.WHEN));
    if (t.is(Keyword.RETURNING)) {
      t.refuseFrom(MajorChange.MERGE_MAY_RETURN, "RETURNING of MERGE");
    }
    return new MergeStmt(relation, source, condition, List.copyOf(arms), with);
  }

  private MergeWhenClause arm() {
    t.expect(Keyword.WHEN);
    boolean matched = !t.accept(Keyword.NOT);
    t.expect(Keyword.MATCHED);
    if (!matched && t.is(Keyword.BY)) {
      t.refuseFrom(MajorChange.MERGE_MAY_RETURN, "NOT MATCHED BY");
    }
    Optional<Expr> condition =
        t.accept(Keyword.AND) ? Optional.of(g.expressions.aExpr()) : Optional.empty();
    t.expect(Keyword.THEN);
    if (t.accept(Keyword.DO)) {
      t.expect(Keyword.NOTHING);
      return simple(matched, CmdType.NOTHING, condition, List.of());
    }
    if (!matched) {
      return insert(condition);
    }
    if (t.accept(Keyword.DELETE)) {
      return simple(true, CmdType.DELETE, condition, List.of());
    }
    t.expect(Keyword.UPDATE, Keyword.SET);
    return simple(true, CmdType.UPDATE, condition, new Targets(g).setClauses());
  }

  private static MergeWhenClause simple(
      boolean matched, CmdType command, Optional<Expr> condition, List<ResTarget> assignments) {
    return new MergeWhenClause(
        matched, command, OverridingKind.NOT_SET, condition, List.of(), assignments, List.of());
  }

  private MergeWhenClause insert(Optional<Expr> condition) {
    t.expect(Keyword.INSERT);
    List<InsertColumn> columns = List.of();
    OverridingKind override = OverridingKind.NOT_SET;
    List<Expr> values = List.of();
    if (t.accept(Keyword.DEFAULT)) {
      t.expect(Keyword.VALUES);
    } else {
      columns = t.is('(') ? g.names.parenthesized(new Targets(g)::column) : columns;
      override = new Preparables(g).override();
      t.expect(Keyword.VALUES);
      values = g.expressions.parenthesizedList();
    }
    return new MergeWhenClause(
        false, CmdType.INSERT, override, condition, columns, List.of(), values);
  }
}
