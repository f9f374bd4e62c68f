package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.ColumnRef;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.GroupingSet;
import io.pgdouble.engine.tree.GroupingSetKind;
import io.pgdouble.engine.tree.IntoClause;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.ResTarget;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.engine.tree.SelectTail;
import io.pgdouble.engine.tree.SetOperation;
import io.pgdouble.engine.tree.SortBy;
import io.pgdouble.engine.tree.TableRef;
import io.pgdouble.engine.tree.WindowDef;
import io.pgdouble.engine.tree.WithClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Queries ({@code gram.y: SelectStmt}). */
final class Selects {
  private final Grammar g;
  private final Tokens t;
  private final SelectTails tails;

  Selects(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
    this.tails = new SelectTails(grammar);
  }

  /** Whether a query without parentheses begins here. */
  boolean startsSelect() {
    return switch (t.kind()) {
      case Keyword.SELECT, Keyword.WITH, Token.WITH_LA, Keyword.TABLE -> true;
      case Keyword.VALUES -> t.second() == '(';
      default -> false;
    };
  }

  /** Whether a query in parentheses goes on here. */
  boolean continuesSelect() {
    return switch (t.kind()) {
      case Keyword.UNION, Keyword.INTERSECT, Keyword.EXCEPT, Keyword.ORDER -> true;
      case Keyword.LIMIT, Keyword.OFFSET, Keyword.FETCH, Keyword.FOR -> true;
      default -> false;
    };
  }

  /** {@code SelectStmt}: with or without parentheses around it. */
  SelectStmt select() {
    return t.is('(') ? tails.add(clause(1), Optional.empty()) : selectNoParens();
  }

  SelectStmt selectNoParens() {
    Optional<WithClause> with = optWith();
    return tails.add(clause(1), with);
  }

  /** A query whose WITH clause has been read. */
  SelectStmt selectAfter(Optional<WithClause> with) {
    return tails.add(clause(1), with);
  }

  SelectStmt selectWithParens() {
    g.descend();
    t.expect('(');
    SelectStmt select = select();
    t.expect(')');
    g.ascend();
    return select;
  }

  /** Goes on after a first query in parentheses. */
  SelectStmt continued(SelectStmt first) {
    return tails.add(setOperations(first, 1), Optional.empty());
  }

  Optional<WithClause> optWith() {
    boolean with = t.is(Keyword.WITH) || t.is(Token.WITH_LA);
    return with ? Optional.of(new CommonTables(g).withClause()) : Optional.empty();
  }

  List<SortBy> optSortClause() {
    return tails.optSortClause();
  }

  List<SortBy> sortClause() {
    return tails.sortClause();
  }

  private SelectStmt clause(int min) {
    g.descend();
    SelectStmt first = t.is('(') ? selectWithParens() : simple();
    SelectStmt whole = setOperations(first, min);
    g.ascend();
    return whole;
  }

  private SelectStmt setOperations(SelectStmt first, int min) {
    SelectStmt left = first;
    while (true) {
      SetOperation operation = operation(t.kind());
      int level = operation == SetOperation.INTERSECT ? 2 : 1;
      if (operation == SetOperation.NONE || level < min) {
        return left;
      }
      t.advance();
      boolean all = t.accept(Keyword.ALL);
      if (!all) {
        t.accept(Keyword.DISTINCT);
      }
      left = setOperation(operation, left, clause(level + 1), all);
    }
  }

  private static SetOperation operation(int kind) {
    return switch (kind) {
      case Keyword.UNION -> SetOperation.UNION;
      case Keyword.INTERSECT -> SetOperation.INTERSECT;
      case Keyword.EXCEPT -> SetOperation.EXCEPT;
      default -> SetOperation.NONE;
    };
  }

  private static SelectStmt setOperation(
      SetOperation operation, SelectStmt left, SelectStmt right, boolean all) {
    return new SelectStmt(
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        false,
        Optional.empty(),
        List.of(),
        List.of(),
        SelectTail.EMPTY,
        operation,
        all,
        Optional.of(left),
        Optional.of(right));
  }

  private SelectStmt simple() {
    return switch (t.kind()) {
      case Keyword.SELECT -> simpleSelect();
      case Keyword.VALUES -> values();
      case Keyword.TABLE -> table();
      default -> throw t.syntaxError();
    };
  }

  private SelectStmt values() {
    t.advance();
    List<List<Expr>> rows = new ArrayList<>();
    do {
      rows.add(g.expressions.parenthesizedList());
    } while (t.accept(','));
    return SelectStmt.ofValues(List.copyOf(rows));
  }

  private SelectStmt table() {
    t.advance();
    TableRef relation = g.names.relationExpr();
    Expr all = new ColumnRef(List.of(), true, -1);
    List<ResTarget> targets = List.of(new ResTarget(Optional.empty(), List.of(), all, -1));
    Head head = new Head(Optional.empty(), targets, Optional.empty(), List.of(relation));
    return body(head, new Grouping(List.of(), false));
  }

  private record Head(
      Optional<List<Expr>> distinct,
      List<ResTarget> targets,
      Optional<IntoClause> into,
      List<TableRef> from) {}

  private record Grouping(List<Expr> items, boolean distinct) {}

  private SelectStmt simpleSelect() {
    t.advance();
    Optional<List<Expr>> distinct = optDistinct();
    Targets list = new Targets(g);
    List<ResTarget> targets = distinct.isPresent() ? list.targetList() : list.optTargetList();
    Optional<IntoClause> into = optInto();
    Head head = new Head(distinct, targets, into, optFrom());
    return body(head);
  }

  private Optional<List<Expr>> optDistinct() {
    if (t.accept(Keyword.DISTINCT)) {
      boolean on = t.accept(Keyword.ON);
      return Optional.of(on ? g.expressions.parenthesizedList() : List.of());
    }
    t.accept(Keyword.ALL);
    return Optional.empty();
  }

  /** {@code PLpgSQL_Expr}: what follows SELECT, though it is not there. */
  SelectStmt plpgsqlExpr() {
    Optional<List<Expr>> distinct = optDistinct();
    List<ResTarget> targets = new Targets(g).optTargetList();
    Head head = new Head(distinct, targets, Optional.empty(), optFrom());
    return tails.add(body(head), Optional.empty());
  }

  private SelectStmt body(Head head) {
    Optional<Expr> where = optClause(Keyword.WHERE);
    Grouping grouping = optGroup();
    Optional<Expr> having = optClause(Keyword.HAVING);
    List<WindowDef> windows = t.accept(Keyword.WINDOW) ? new Windows(g).definitions() : List.of();
    return new SelectStmt(
        head.distinct(),
        head.into(),
        head.targets(),
        head.from(),
        where,
        grouping.items(),
        grouping.distinct(),
        having,
        windows,
        List.of(),
        SelectTail.EMPTY,
        SetOperation.NONE,
        false,
        Optional.empty(),
        Optional.empty());
  }

  private static SelectStmt body(Head head, Grouping none) {
    return new SelectStmt(
        head.distinct(),
        head.into(),
        head.targets(),
        head.from(),
        Optional.empty(),
        none.items(),
        none.distinct(),
        Optional.empty(),
        List.of(),
        List.of(),
        SelectTail.EMPTY,
        SetOperation.NONE,
        false,
        Optional.empty(),
        Optional.empty());
  }

  private Optional<IntoClause> optInto() {
    if (!t.accept(Keyword.INTO)) {
      return Optional.empty();
    }
    RangeVar target = new TemporaryNames(g).target();
    return Optional.of(TemporaryNames.into(target));
  }

  /** {@code from_clause}. */
  List<TableRef> optFrom() {
    return t.accept(Keyword.FROM) ? new FromItems(g).list() : List.of();
  }

  /** A keyword with an expression: WHERE, HAVING. */
  Optional<Expr> optClause(int keyword) {
    return t.accept(keyword) ? Optional.of(g.expressions.aExpr()) : Optional.empty();
  }

  private Grouping optGroup() {
    if (!t.accept(Keyword.GROUP)) {
      return new Grouping(List.of(), false);
    }
    t.expect(Keyword.BY);
    boolean distinct = t.accept(Keyword.DISTINCT);
    if (!distinct) {
      t.accept(Keyword.ALL);
    }
    return new Grouping(g.names.list(this::groupItem), distinct);
  }

  private Expr groupItem() {
    int location = t.location();
    int second = t.is('(') || t.kind() >= Keyword.BASE ? t.second() : Token.EOF;
    if (t.is('(') && second == ')') {
      t.advance();
      t.advance();
      return new GroupingSet(GroupingSetKind.EMPTY, List.of(), location);
    }
    boolean cube = t.is(Keyword.CUBE);
    if ((cube || t.is(Keyword.ROLLUP)) && second == '(') {
      t.advance();
      GroupingSetKind kind = cube ? GroupingSetKind.CUBE : GroupingSetKind.ROLLUP;
      return new GroupingSet(kind, g.expressions.parenthesizedList(), location);
    }
    if (t.is(Keyword.GROUPING) && second == Keyword.SETS) {
      t.advance();
      t.advance();
      g.descend();
      List<Expr> sets = g.names.parenthesized(this::groupItem);
      g.ascend();
      return new GroupingSet(GroupingSetKind.SETS, sets, location);
    }
    return g.expressions.aExpr();
  }
}
