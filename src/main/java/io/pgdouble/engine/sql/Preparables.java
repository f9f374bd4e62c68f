package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.Alias;
import io.pgdouble.engine.tree.CurrentOfExpr;
import io.pgdouble.engine.tree.DeleteStmt;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.InferClause;
import io.pgdouble.engine.tree.InsertColumn;
import io.pgdouble.engine.tree.InsertStmt;
import io.pgdouble.engine.tree.OnConflictClause;
import io.pgdouble.engine.tree.OverridingKind;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.ResTarget;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.engine.tree.TableRef;
import io.pgdouble.engine.tree.UpdateStmt;
import io.pgdouble.engine.tree.WithClause;
import io.pgdouble.facts.MajorChange;
import java.util.List;
import java.util.Optional;

/**
 * Statements that can be prepared: queries and changes of rows ({@code gram.y: PreparableStmt}).
 */
final class Preparables {
  private final Grammar g;
  private final Tokens t;

  Preparables(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  Statement statement() {
    Optional<WithClause> with = g.selects.optWith();
    return switch (t.kind()) {
      case Keyword.INSERT -> insert(with);
      case Keyword.UPDATE -> update(with);
      case Keyword.DELETE -> delete(with);
      case Keyword.MERGE -> new Merges(g).merge(with);
      default -> g.selects.selectAfter(with);
    };
  }

  /** Whether such a statement begins here. */
  boolean starts() {
    return switch (t.kind()) {
      case Keyword.INSERT, Keyword.UPDATE, Keyword.DELETE, Keyword.MERGE -> true;
      case Keyword.SELECT, Keyword.WITH, Token.WITH_LA, Keyword.TABLE -> true;
      case Keyword.VALUES, '(' -> true;
      default -> false;
    };
  }

  private Statement insert(Optional<WithClause> with) {
    t.expect(Keyword.INSERT, Keyword.INTO);
    RangeVar relation = g.names.qualifiedName();
    if (t.accept(Keyword.AS)) {
      Alias alias = new Alias(g.names.colId(), List.of());
      relation = Names.withAlias(relation, Optional.of(alias));
    }
    if (t.accept(Keyword.DEFAULT)) {
      t.expect(Keyword.VALUES);
      Source none = new Source(List.of(), OverridingKind.NOT_SET, Optional.empty());
      return finish(relation, none, with);
    }
    return finish(relation, source(), with);
  }

  private record Source(
      List<InsertColumn> columns, OverridingKind override, Optional<SelectStmt> select) {}

  private Source source() {
    List<InsertColumn> columns = List.of();
    if (t.is('(') && !startsQuery(t.second())) {
      columns = g.names.parenthesized(new Targets(g)::column);
    }
    OverridingKind override = override();
    return new Source(columns, override, Optional.of(g.selects.select()));
  }

  /** After a parenthesis; VALUES could still be a column, unless a parenthesis follows it. */
  private boolean startsQuery(int second) {
    return switch (second) {
      case Keyword.SELECT, Keyword.WITH, Token.WITH_LA, Keyword.TABLE, '(' -> true;
      case Keyword.VALUES -> t.third() == '(';
      default -> false;
    };
  }

  /** {@code OVERRIDING … VALUE}. */
  OverridingKind override() {
    if (!t.accept(Keyword.OVERRIDING)) {
      return OverridingKind.NOT_SET;
    }
    boolean user = t.accept(Keyword.USER);
    if (!user) {
      t.expect(Keyword.SYSTEM);
    }
    t.expect(Keyword.VALUE);
    return user ? OverridingKind.USER_VALUE : OverridingKind.SYSTEM_VALUE;
  }

  private Statement finish(RangeVar relation, Source source, Optional<WithClause> with) {
    Optional<OnConflictClause> conflict = optOnConflict();
    return new InsertStmt(
        relation,
        source.columns(),
        source.select(),
        conflict,
        returning(),
        with,
        source.override());
  }

  private Optional<OnConflictClause> optOnConflict() {
    int location = t.location();
    if (!t.accept(Keyword.ON)) {
      return Optional.empty();
    }
    t.expect(Keyword.CONFLICT);
    Optional<InferClause> infer = optInfer();
    t.expect(Keyword.DO);
    if (t.accept(Keyword.NOTHING)) {
      return Optional.of(new OnConflictClause(false, infer, List.of(), Optional.empty(), location));
    }
    t.expect(Keyword.UPDATE, Keyword.SET);
    List<ResTarget> assignments = new Targets(g).setClauses();
    Optional<Expr> where = g.selects.optClause(Keyword.WHERE);
    return Optional.of(new OnConflictClause(true, infer, assignments, where, location));
  }

  private Optional<InferClause> optInfer() {
    int location = t.location();
    if (t.is('(')) {
      var elements = g.names.parenthesized(new IndexElements(g)::element);
      Optional<Expr> where = g.selects.optClause(Keyword.WHERE);
      return Optional.of(new InferClause(elements, where, Optional.empty(), location));
    }
    if (t.accept(Keyword.ON)) {
      t.expect(Keyword.CONSTRAINT);
      Optional<String> name = Optional.of(g.names.colId());
      return Optional.of(new InferClause(List.of(), Optional.empty(), name, location));
    }
    return Optional.empty();
  }

  private List<ResTarget> returning() {
    if (!t.accept(Keyword.RETURNING)) {
      return List.of();
    }
    if (t.is(Keyword.WITH)) {
      t.refuseFrom(MajorChange.RETURNING_KNOWS_OLD_AND_NEW, "RETURNING WITH");
    }
    return new Targets(g).targetList();
  }

  /** {@code relation_expr_opt_alias}: SET is an alias only after AS. */
  RangeVar target() {
    RangeVar relation = g.names.relationExpr();
    boolean bare = Keyword.isColId(t.kind()) && !t.is(Keyword.SET);
    if (!bare && !t.accept(Keyword.AS)) {
      return relation;
    }
    Alias alias = new Alias(g.names.colId(), List.of());
    return Names.withAlias(relation, Optional.of(alias));
  }

  private Statement update(Optional<WithClause> with) {
    t.expect(Keyword.UPDATE);
    RangeVar relation = target();
    t.expect(Keyword.SET);
    List<ResTarget> assignments = new Targets(g).setClauses();
    List<TableRef> from = g.selects.optFrom();
    Optional<Expr> where = whereOrCurrent();
    return new UpdateStmt(relation, assignments, where, from, returning(), with);
  }

  private Statement delete(Optional<WithClause> with) {
    t.expect(Keyword.DELETE, Keyword.FROM);
    RangeVar relation = target();
    List<TableRef> using = t.accept(Keyword.USING) ? new FromItems(g).list() : List.of();
    Optional<Expr> where = whereOrCurrent();
    return new DeleteStmt(relation, using, where, returning(), with);
  }

  private Optional<Expr> whereOrCurrent() {
    if (!t.accept(Keyword.WHERE)) {
      return Optional.empty();
    }
    if (t.accept(Keyword.CURRENT, Keyword.OF)) {
      return Optional.of(new CurrentOfExpr(g.names.colId()));
    }
    return Optional.of(g.expressions.aExpr());
  }
}
