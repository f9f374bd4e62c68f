package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.AConst;
import io.pgdouble.engine.tree.AExpr;
import io.pgdouble.engine.tree.AExprKind;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.FloatValue;
import io.pgdouble.engine.tree.IntegerValue;
import io.pgdouble.engine.tree.LimitOption;
import io.pgdouble.engine.tree.Locations;
import io.pgdouble.engine.tree.LockClauseStrength;
import io.pgdouble.engine.tree.LockWaitPolicy;
import io.pgdouble.engine.tree.LockingClause;
import io.pgdouble.engine.tree.Node;
import io.pgdouble.engine.tree.NullValue;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.engine.tree.SelectTail;
import io.pgdouble.engine.tree.SortBy;
import io.pgdouble.engine.tree.SortByDir;
import io.pgdouble.engine.tree.SortByNulls;
import io.pgdouble.engine.tree.Value;
import io.pgdouble.engine.tree.WithClause;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What may follow a whole query: ORDER BY, LIMIT, OFFSET, FETCH, FOR. */
final class SelectTails {
  private final Grammar g;
  private final Tokens t;

  SelectTails(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  private record Limit(Optional<Expr> offset, Optional<Expr> count, LimitOption option) {
    static final Limit NONE = new Limit(Optional.empty(), Optional.empty(), LimitOption.COUNT);
  }

  /**
   * Reads the clauses that follow and adds them, and a WITH clause ({@code insertSelectOptions}).
   */
  SelectStmt add(SelectStmt select, Optional<WithClause> with) {
    List<SortBy> sort = optSortClause();
    List<LockingClause> locking = List.of();
    Limit limit;
    if (t.is(Keyword.FOR)) {
      locking = lockingClauses();
      limit = optLimit();
    } else {
      limit = optLimit();
      locking = limit != Limit.NONE && t.is(Keyword.FOR) ? lockingClauses() : locking;
    }
    if (sort.isEmpty() && limit == Limit.NONE && locking.isEmpty() && with.isEmpty()) {
      return select;
    }
    return select.withTail(
        merge(
            select.tail(),
            new SelectTail(sort, limit.offset(), limit.count(), limit.option(), locking, with)));
  }

  private SelectTail merge(SelectTail old, SelectTail added) {
    reject(old.sortClause(), added.sortClause(), "multiple ORDER BY clauses not allowed");
    List<SortBy> sort = added.sortClause().isEmpty() ? old.sortClause() : added.sortClause();
    List<LockingClause> locking = new ArrayList<>(old.lockingClause());
    locking.addAll(added.lockingClause());
    reject(
        list(old.limitOffset()), list(added.limitOffset()), "multiple OFFSET clauses not allowed");
    reject(list(old.limitCount()), list(added.limitCount()), "multiple LIMIT clauses not allowed");
    boolean ties = added.limitOption() == LimitOption.WITH_TIES;
    if (ties) {
      checkTies(old, sort, locking);
    }
    reject(list(old.withClause()), list(added.withClause()), "multiple WITH clauses not allowed");
    return new SelectTail(
        sort,
        added.limitOffset().or(old::limitOffset),
        added.limitCount().or(old::limitCount),
        ties ? LimitOption.WITH_TIES : old.limitOption(),
        List.copyOf(locking),
        added.withClause().or(old::withClause));
  }

  private static <T> List<T> list(Optional<T> one) {
    return one.isPresent() ? List.of(one.get()) : List.of();
  }

  private void reject(List<? extends Node> old, List<? extends Node> added, String message) {
    if (!old.isEmpty() && !added.isEmpty()) {
      throw t.error(SqlState.SYNTAX_ERROR, message, Locations.of(added));
    }
  }

  private void checkTies(SelectTail old, List<SortBy> sort, List<LockingClause> locking) {
    String complaint = "";
    if (old.limitOption() == LimitOption.WITH_TIES) {
      complaint = "multiple limit options not allowed";
    } else if (sort.isEmpty()) {
      complaint = "WITH TIES cannot be specified without ORDER BY clause";
    } else if (locking.stream().anyMatch(lock -> lock.waitPolicy() == LockWaitPolicy.SKIP)) {
      complaint = "SKIP LOCKED and WITH TIES options cannot be used together";
    }
    if (!complaint.isEmpty()) {
      throw t.error(SqlState.SYNTAX_ERROR, complaint, -1);
    }
  }

  List<SortBy> optSortClause() {
    return t.is(Keyword.ORDER) ? sortClause() : List.of();
  }

  List<SortBy> sortClause() {
    t.expect(Keyword.ORDER, Keyword.BY);
    return g.names.list(this::sortBy);
  }

  private SortBy sortBy() {
    Expr node = g.expressions.aExpr();
    if (t.accept(Keyword.USING)) {
      int at = t.location();
      List<String> operator = g.names.qualAllOp();
      return new SortBy(node, SortByDir.USING, nullsOrder(), operator, at);
    }
    // PostgreSQL keeps the place of an operator only.
    return new SortBy(node, direction(), nullsOrder(), List.of(), -1);
  }

  /** {@code opt_asc_desc}. */
  SortByDir direction() {
    if (t.accept(Keyword.ASC)) {
      return SortByDir.ASC;
    }
    return t.accept(Keyword.DESC) ? SortByDir.DESC : SortByDir.DEFAULT;
  }

  /** {@code opt_nulls_order}. */
  SortByNulls nullsOrder() {
    if (!t.accept(Token.NULLS_LA)) {
      return SortByNulls.DEFAULT;
    }
    boolean first = t.is(Keyword.FIRST_);
    t.advance();
    return first ? SortByNulls.FIRST : SortByNulls.LAST;
  }

  private Limit optLimit() {
    if (t.is(Keyword.OFFSET)) {
      Expr offset = offset();
      return withOffset(isCount() ? count() : Limit.NONE, offset);
    }
    if (!isCount()) {
      return Limit.NONE;
    }
    Limit count = count();
    return t.is(Keyword.OFFSET) ? withOffset(count, offset()) : count;
  }

  private boolean isCount() {
    return t.is(Keyword.LIMIT) || t.is(Keyword.FETCH);
  }

  private static Limit withOffset(Limit count, Expr offset) {
    return new Limit(Optional.of(offset), count.count(), count.option());
  }

  private Limit count() {
    int location = t.location();
    if (t.accept(Keyword.FETCH)) {
      return fetch();
    }
    t.expect(Keyword.LIMIT);
    int at = t.location();
    Expr count = t.accept(Keyword.ALL) ? new AConst(new NullValue(), at) : g.expressions.aExpr();
    if (t.accept(',')) {
      g.expressions.aExpr();
      throw t.report(SqlState.SYNTAX_ERROR, "LIMIT #,# syntax is not supported", location)
          .withHint("Use separate LIMIT and OFFSET clauses.")
          .toException();
    }
    return new Limit(Optional.empty(), Optional.of(count), LimitOption.COUNT);
  }

  private Limit fetch() {
    if (!t.accept(Keyword.FIRST_)) {
      t.expect(Keyword.NEXT);
    }
    Expr count;
    if (isRows() && (t.second() == Keyword.ONLY || t.second() == Keyword.WITH)) {
      count = Types.integer(1, -1);
    } else {
      count = fetchValue();
    }
    rows();
    boolean ties = t.accept(Keyword.WITH);
    t.expect(ties ? Keyword.TIES : Keyword.ONLY);
    LimitOption option = ties ? LimitOption.WITH_TIES : LimitOption.COUNT;
    return new Limit(Optional.empty(), Optional.of(count), option);
  }

  private Expr fetchValue() {
    int location = t.location();
    if (!t.is('+') && !t.is('-')) {
      return g.primaries.cExpr(Expressions.ANY);
    }
    if (t.second() != Token.ICONST && t.second() != Token.FCONST) {
      t.advance();
      throw t.syntaxError();
    }
    boolean plus = t.is('+');
    Value number = g.names.numericOnly();
    AConst constant = new AConst(number, location);
    return plus ? plus(constant, location) : constant;
  }

  private static Expr plus(AConst number, int location) {
    return new AExpr(AExprKind.OP, List.of("+"), Optional.empty(), number, location);
  }

  private boolean isRows() {
    return t.is(Keyword.ROW) || t.is(Keyword.ROWS);
  }

  private void rows() {
    if (!isRows()) {
      throw t.syntaxError();
    }
    t.advance();
  }

  private Expr offset() {
    t.expect(Keyword.OFFSET);
    boolean signed = t.is('+') || t.is('-');
    int before = t.consumed();
    Expr value = g.expressions.aExpr();
    if (isRows()) {
      boolean number = signed && t.consumed() - before == 2 && isNumber(value);
      if (!number && !g.expressions.lastWasPlain()) {
        throw t.syntaxError();
      }
      rows();
    }
    return value;
  }

  private static boolean isNumber(Expr value) {
    Expr inner = value instanceof AExpr sign ? sign.rexpr() : value;
    return inner instanceof AConst constant
        && (constant.value() instanceof IntegerValue || constant.value() instanceof FloatValue);
  }

  /** {@code for_locking_clause}. */
  private List<LockingClause> lockingClauses() {
    List<LockingClause> all = new ArrayList<>();
    while (t.accept(Keyword.FOR)) {
      if (all.isEmpty() && t.accept(Keyword.READ)) {
        t.expect(Keyword.ONLY);
        return List.of();
      }
      LockClauseStrength strength = strength();
      List<RangeVar> relations = t.accept(Keyword.OF) ? g.names.qualifiedNameList() : List.of();
      all.add(new LockingClause(relations, strength, waitPolicy()));
    }
    return List.copyOf(all);
  }

  private LockClauseStrength strength() {
    if (t.accept(Keyword.UPDATE)) {
      return LockClauseStrength.FOR_UPDATE;
    }
    if (t.accept(Keyword.SHARE)) {
      return LockClauseStrength.FOR_SHARE;
    }
    if (t.accept(Keyword.NO)) {
      t.expect(Keyword.KEY, Keyword.UPDATE);
      return LockClauseStrength.FOR_NO_KEY_UPDATE;
    }
    t.expect(Keyword.KEY, Keyword.SHARE);
    return LockClauseStrength.FOR_KEY_SHARE;
  }

  private LockWaitPolicy waitPolicy() {
    if (t.accept(Keyword.NOWAIT)) {
      return LockWaitPolicy.ERROR;
    }
    if (t.accept(Keyword.SKIP)) {
      t.expect(Keyword.LOCKED);
      return LockWaitPolicy.SKIP;
    }
    return LockWaitPolicy.BLOCK;
  }
}
