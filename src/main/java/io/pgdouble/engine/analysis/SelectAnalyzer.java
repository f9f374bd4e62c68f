package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.CommonTable;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.GroupingItem;
import io.pgdouble.engine.expression.Modification;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.QueryWording;
import io.pgdouble.engine.expression.RowMark;
import io.pgdouble.engine.expression.SortClause;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.expression.VariableFinder;
import io.pgdouble.engine.expression.WindowClause;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.LimitOption;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.engine.tree.SelectTail;
import io.pgdouble.engine.tree.SetOperation;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.List;
import java.util.Optional;

/** SELECT and VALUES ({@code transformSelectStmt}). */
final class SelectAnalyzer {
  private final ParseState state;

  private SelectAnalyzer(ParseState state) {
    this.state = state;
  }

  static Query analyze(ParseState state, SelectStmt select) {
    refuse(select);
    if (select.op() != SetOperation.NONE) {
      return SetOperationAnalyzer.analyze(state, select);
    }
    if (!select.valuesLists().isEmpty()) {
      return ValuesAnalyzer.analyze(state, select);
    }
    return new SelectAnalyzer(state).select(select);
  }

  private static void refuse(SelectStmt select) {
    if (select.intoClause().isPresent()) {
      throw Complaint.error(
          select.intoClause().get().rel().location(),
          SqlState.SYNTAX_ERROR,
          "SELECT ... INTO is not allowed here");
    }
  }

  private Query select(SelectStmt select) {
    QueryParts parts = new QueryParts();
    parts.with = with(select.tail());
    state.windows.addAll(select.windowClause());
    if (!select.fromClause().isEmpty()) {
      parts.from = FromClause.analyze(state, select.fromClause());
    }
    parts.targets = TargetLists.analyze(state, select.targetList());
    parts.where = condition(select.whereClause(), ClauseKind.WHERE);
    parts.having = condition(select.havingClause(), ClauseKind.HAVING);
    SortAnalyzer sorting = new SortAnalyzer(state, parts.targets);
    parts.sort = sorting.orderBy(select.tail().sortClause());
    GroupingSets groups = new GroupingSets(sorting);
    groups.analyze(select.groupClause());
    parts.grouping = groups.written();
    parts.groupDistinct = select.groupDistinct();
    parts.groupBy = groups.clauses();
    if (select.distinctClause().isPresent()) {
      distinct(select.distinctClause().get(), parts, sorting);
    }
    limits(select.tail(), parts);
    parts.windows = WindowDefinitions.analyze(state, parts.targets);
    if (state.resolveUnknowns) {
      TargetLists.resolveUnknowns(state, parts.targets);
    }
    parts.grouped =
        state.hasAggregates || !select.groupClause().isEmpty() || parts.having.isPresent();
    TargetLists.checkCount(parts.targets);
    parts.groupingSets =
        groups.sets(
            select.groupDistinct()
                ? GroupingSets.Repetition.DROPPED
                : GroupingSets.Repetition.KEPT);
    Query assigned = CollationAssigner.assign(state, checked(parts));
    return RowLocks.of(assigned, select.tail().lockingClause());
  }

  /** That it groups as it may, with the keys that let it. */
  private Query checked(QueryParts parts) {
    Query query = parts.build(state);
    if (query.grouped()) {
      AggregateCheck.check(state, query);
    }
    return state.groupedKeys.isEmpty() ? query : parts.build(state);
  }

  List<CommonTable> with(SelectTail tail) {
    return WithAnalyzer.analyze(state, tail.withClause());
  }

  private Optional<Expression> condition(Optional<Expr> raw, ClauseKind kind) {
    if (raw.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(condition(state, raw.get(), kind));
  }

  /** {@code transformWhereClause}. */
  static Expression condition(ParseState state, Expr raw, ClauseKind kind) {
    Expression condition = ExpressionAnalyzer.analyze(state, raw, kind);
    return Coercion.toBoolean(state, condition, kind.words());
  }

  private void distinct(List<Expr> on, QueryParts parts, SortAnalyzer sorting) {
    if (on.isEmpty()) {
      parts.distinct = sorting.distinct(parts.sort, DistinctWords.OF_SELECT);
    } else {
      parts.distinct = sorting.distinctOn(on, parts.sort);
      parts.distinctOn = true;
    }
  }

  /** OFFSET and LIMIT, in this order. */
  void limits(SelectTail tail, QueryParts parts) {
    parts.offset = limit(tail.limitOffset(), ClauseKind.OFFSET);
    parts.limit = limit(tail.limitCount(), ClauseKind.LIMIT);
    parts.withTies = tail.limitOption() == LimitOption.WITH_TIES;
  }

  private Optional<Expression> limit(Optional<Expr> raw, ClauseKind kind) {
    if (raw.isEmpty()) {
      return Optional.empty();
    }
    Expression count = ExpressionAnalyzer.analyze(state, raw.get(), kind);
    Expression limit = Coercion.toSpecific(state, count, TypeOid.INT8, kind.words());
    requireNoVariables(limit, kind.words());
    return Optional.of(limit);
  }

  /** {@code checkExprIsVarFree}. */
  static void requireNoVariables(Expression expression, String construct) {
    if (VariableFinder.anyOfThisLevel(expression)) {
      throw Complaint.error(
          VariableFinder.locationOfThisLevel(expression),
          SqlState.INVALID_COLUMN_REFERENCE,
          "argument of " + construct + " must not contain variables");
    }
  }

  /** The clauses that VALUES and set operations share with SELECT: sort and limits. */
  static void tail(ParseState state, SelectStmt select, QueryParts parts) {
    SelectAnalyzer analyzer = new SelectAnalyzer(state);
    SortAnalyzer sorting = new SortAnalyzer(state, parts.targets);
    parts.sort = sorting.orderBy(select.tail().sortClause());
    analyzer.limits(select.tail(), parts);
  }

  static List<CommonTable> with(ParseState state, SelectStmt select) {
    return new SelectAnalyzer(state).with(select.tail());
  }

  /** What a query is put together from while it is analysed. */
  static final class QueryParts {
    List<CommonTable> with = List.of();
    List<io.pgdouble.engine.expression.FromNode> from = List.of();
    List<TargetEntry> targets = List.of();
    Optional<Expression> where = Optional.empty();
    Optional<Expression> having = Optional.empty();
    List<WindowClause> windows = List.of();
    List<SortClause> sort = List.of();
    List<SortClause> groupBy = List.of();
    List<List<Integer>> groupingSets = List.of();
    List<SortClause> distinct = List.of();
    boolean distinctOn;
    Optional<Expression> offset = Optional.empty();
    Optional<Expression> limit = Optional.empty();
    boolean withTies;
    boolean grouped;
    Optional<io.pgdouble.engine.expression.SetOperation> setOperation = Optional.empty();

    Optional<Modification> modification = Optional.empty();
    List<RowMark> rowMarks = List.of();
    List<GroupingItem> grouping = List.of();
    boolean groupDistinct;

    private QueryWording wording(ParseState state) {
      boolean none =
          state.wording.isEmpty()
              && grouping.isEmpty()
              && !groupDistinct
              && !state.recursive
              && state.groupedKeys.isEmpty();
      return none
          ? QueryWording.NONE
          : new QueryWording(
              List.copyOf(state.wording),
              grouping,
              groupDistinct,
              state.recursive,
              List.copyOf(state.groupedKeys));
    }

    Query build(ParseState state) {
      return new Query(
          List.copyOf(targets),
          List.copyOf(state.rangeTable),
          from,
          where,
          groupBy,
          groupingSets,
          having,
          windows,
          distinct,
          distinctOn,
          sort,
          offset,
          limit,
          withTies,
          setOperation,
          with,
          grouped,
          state.hasSetReturning,
          modification,
          rowMarks,
          wording(state));
    }
  }
}
