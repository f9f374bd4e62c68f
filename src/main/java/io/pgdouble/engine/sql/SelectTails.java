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
import io.pgdouble.facts.MajorChange;
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

  private record Limit(
      Optional<Expr> offset, Optional<Expr> count, LimitOption option, Places places) {
    static final Limit NONE =
        new Limit(Optional.empty(), Optional.empty(), LimitOption.COUNT, Places.NONE);

    Limit withOffset(Expr added, int place) {
      Places all = new Places(place, places.count(), places.option());
      return new Limit(Optional.of(added), count, option, all);
    }
  }

  /** Where the parts of a limit begin. */
  private record Places(int offset, int count, int option) {
    static final Places NONE = new Places(-1, -1, -1);
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
    SelectTail added =
        new SelectTail(sort, limit.offset(), limit.count(), limit.option(), locking, with);
    return select.withTail(merge(select.tail(), added, limit.places()));
  }

  private SelectTail merge(SelectTail old, SelectTail added, Places places) {
    reject(old.sortClause(), added.sortClause(), "multiple ORDER BY clauses not allowed", -1);
    List<SortBy> sort = added.sortClause().isEmpty() ? old.sortClause() : added.sortClause();
    List<LockingClause> locking = new ArrayList<>(old.lockingClause());
    locking.addAll(added.lockingClause());
    reject(
        list(old.limitOffset()),
        list(added.limitOffset()),
        "multiple OFFSET clauses not allowed",
        places.offset());
    reject(
        list(old.limitCount()),
        list(added.limitCount()),
        "multiple LIMIT clauses not allowed",
        places.count());
    boolean ties = added.limitOption() == LimitOption.WITH_TIES;
    if (ties) {
      checkTies(old, sort, locking, places);
    }
    reject(
        list(old.withClause()), list(added.withClause()), "multiple WITH clauses not allowed", -1);
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

  /** The place of what was added counted, until limits had places of their own. */
  private void reject(
      List<? extends Node> old, List<? extends Node> added, String message, int place) {
    if (!old.isEmpty() && !added.isEmpty()) {
      boolean own = place >= 0 && MajorChange.LIMITS_HAVE_PLACES.isIn(t.major());
      throw t.error(SqlState.SYNTAX_ERROR, message, own ? place : Locations.of(added));
    }
  }

  private void checkTies(
      SelectTail old, List<SortBy> sort, List<LockingClause> locking, Places places) {
    String complaint = "";
    if (old.limitOption() == LimitOption.WITH_TIES) {
      complaint = "multiple limit options not allowed";
    } else if (sort.isEmpty()) {
      complaint = "WITH TIES cannot be specified without ORDER BY clause";
    } else if (locking.stream().anyMatch(lock -> lock.waitPolicy() == LockWaitPolicy.SKIP)) {
      complaint = "SKIP LOCKED and WITH TIES options cannot be used together";
    }
    if (!complaint.isEmpty()) {
      int place = MajorChange.LIMITS_HAVE_PLACES.isIn(t.major()) ? places.option() : -1;
      throw t.error(SqlState.SYNTAX_ERROR, complaint, place);
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
      int place = t.location();
      Expr offset = offset();
      return (isCount() ? count() : Limit.NONE).withOffset(offset, place);
    }
    if (!isCount()) {
      return Limit.NONE;
    }
    Limit count = count();
    int place = t.location();
    return t.is(Keyword.OFFSET) ? count.withOffset(offset(), place) : count;
  }

  private boolean isCount() {
    return t.is(Keyword.LIMIT) || t.is(Keyword.FETCH);
  }

  private Limit count() {
    int location = t.location();
    if (t.accept(Keyword.FETCH)) {
      return fetch(location);
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
    Places places = new Places(-1, location, -1);
    return new Limit(Optional.empty(), Optional.of(count), LimitOption.COUNT, places);
  }

  private Limit fetch(int location) {
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
    Places places = new Places(-1, location, t.location());
    boolean ties = t.accept(Keyword.WITH);
    t.expect(ties ? Keyword.TIES : Keyword.ONLY);
    LimitOption option = ties ? LimitOption.WITH_TIES : LimitOption.COUNT;
    return new Limit(Optional.empty(), Optional.of(count), option, places);
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
