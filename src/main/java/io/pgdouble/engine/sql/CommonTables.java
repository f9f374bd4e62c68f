package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.AConst;
import io.pgdouble.engine.tree.BooleanValue;
import io.pgdouble.engine.tree.CommonTableExpr;
import io.pgdouble.engine.tree.CteCycleClause;
import io.pgdouble.engine.tree.CteMaterialize;
import io.pgdouble.engine.tree.CteSearchClause;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.engine.tree.TypeCast;
import io.pgdouble.engine.tree.WithClause;
import java.util.List;
import java.util.Optional;

/** WITH ({@code gram.y: with_clause}). */
final class CommonTables {
  private final Grammar g;
  private final Tokens t;

  CommonTables(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  WithClause withClause() {
    int location = t.location();
    boolean plain = t.is(Keyword.WITH);
    t.advance();
    boolean recursive =
        plain && t.is(Keyword.RECURSIVE) && startsName(t.second()) && t.accept(Keyword.RECURSIVE);
    List<CommonTableExpr> all = g.names.list(this::table);
    return new WithClause(all, recursive, location);
  }

  /** RECURSIVE is not reserved: AS or a column list after it makes it a name. */
  private static boolean startsName(int second) {
    return second != Keyword.AS && second != '(';
  }

  private CommonTableExpr table() {
    int location = t.location();
    String name = g.names.colId();
    List<String> columns = g.names.optNameList();
    t.expect(Keyword.AS);
    CteMaterialize materialize = materialize();
    t.expect('(');
    g.descend();
    Statement query = new Preparables(g).statement();
    g.ascend();
    t.expect(')');
    Optional<CteSearchClause> search = optSearch();
    return new CommonTableExpr(name, columns, materialize, query, search, optCycle(), location);
  }

  private CteMaterialize materialize() {
    if (t.accept(Keyword.MATERIALIZED)) {
      return CteMaterialize.ALWAYS;
    }
    if (t.accept(Keyword.NOT)) {
      t.expect(Keyword.MATERIALIZED);
      return CteMaterialize.NEVER;
    }
    return CteMaterialize.DEFAULT;
  }

  private Optional<CteSearchClause> optSearch() {
    int location = t.location();
    if (!t.accept(Keyword.SEARCH)) {
      return Optional.empty();
    }
    boolean breadth = t.accept(Keyword.BREADTH);
    if (!breadth) {
      t.expect(Keyword.DEPTH);
    }
    t.expect(Keyword.FIRST_, Keyword.BY);
    List<String> columns = g.names.nameList();
    t.expect(Keyword.SET);
    return Optional.of(new CteSearchClause(columns, breadth, g.names.colId(), location));
  }

  private Optional<CteCycleClause> optCycle() {
    int location = t.location();
    if (!t.accept(Keyword.CYCLE)) {
      return Optional.empty();
    }
    List<String> columns = g.names.nameList();
    t.expect(Keyword.SET);
    String mark = g.names.colId();
    Expr value = truth(true);
    Expr otherwise = truth(false);
    if (t.accept(Keyword.TO)) {
      value = constant();
      t.expect(Keyword.DEFAULT);
      otherwise = constant();
    }
    t.expect(Keyword.USING);
    String path = g.names.colId();
    return Optional.of(new CteCycleClause(columns, mark, value, otherwise, path, location));
  }

  private static Expr truth(boolean value) {
    return new AConst(new BooleanValue(value), -1);
  }

  /** {@code AexprConst}. */
  private Expr constant() {
    Expr value = g.primaries.cExpr(Expressions.RESTRICTED);
    boolean literal =
        value instanceof AConst || (value instanceof TypeCast cast && cast.location() < 0);
    if (!literal) {
      throw t.syntaxError();
    }
    return value;
  }
}
