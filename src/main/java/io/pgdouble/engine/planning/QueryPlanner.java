package io.pgdouble.engine.planning;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.definition.Inheritance;
import io.pgdouble.engine.execution.CommonTablePlan;
import io.pgdouble.engine.execution.Evaluator;
import io.pgdouble.engine.execution.LockRows;
import io.pgdouble.engine.execution.Projections;
import io.pgdouble.engine.execution.RelationSource;
import io.pgdouble.engine.execution.RowOrder;
import io.pgdouble.engine.execution.Scans;
import io.pgdouble.engine.execution.SortedSteps;
import io.pgdouble.engine.execution.Sorts;
import io.pgdouble.engine.execution.SourcePlan;
import io.pgdouble.engine.execution.StepPlan;
import io.pgdouble.engine.execution.Subqueries;
import io.pgdouble.engine.execution.TableScan;
import io.pgdouble.engine.expression.CommonTable;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.expression.RowMark;
import io.pgdouble.engine.expression.SortClause;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.engine.storage.LockStrength;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Plans one query level: from its tables over groups and columns to order and limits. */
final class QueryPlanner {
  private final Query query;
  private final Scope scope;
  private final ExpressionCompiler compiler;
  private final List<TargetEntry> targets;
  private boolean light = true;

  /** Whether the rows are sorted before the columns are computed. */
  private boolean sorted;

  private int keptSlots;

  private QueryPlanner(Query query, Scope scope) {
    this.query = query;
    this.scope = scope;
    this.compiler = new ExpressionCompiler(scope);
    this.targets = new ArrayList<>(query.targets());
  }

  static QueryPlan top(Query query, RelationSource relations) {
    Scope scope = Scope.of(query, relations);
    scope.reads(query);
    QueryPlanner planner = new QueryPlanner(query, scope);
    SourcePlan source = planner.plan();
    return new QueryPlan(
        source,
        query.rangeTable().size(),
        planner.light && planner.compiler.isLight(),
        query.modification().isPresent() || query.with().stream().anyMatch(QueryPlanner::writes),
        LockCommands.of(query),
        BackwardScan.isSupported(query),
        scope.restricted(),
        scope.privileges(),
        scope.written(),
        scope.locks(),
        scope.implied(),
        scope.looksAtUnlogged(),
        scope.unpopulated(),
        PlannedTypmods.of(query));
  }

  /** A query inside another, in a frame of its own. */
  static SourcePlan inner(Scope around, Query query) {
    around.reads(query);
    return inside(around, query);
  }

  /**
   * The query of a view, whose relations are read in its owner's name.
   *
   * @param used which of its columns are
   */
  static SourcePlan view(Scope around, RangeEntry.Relation view, List<Integer> used) {
    Scope scope = around.ofView(view.relation());
    Query whole = view.body().orElseThrow();
    scope.reads(whole);
    return inside(scope, UnusedColumns.drop(ViewColumns.only(used, whole)));
  }

  private static SourcePlan inside(Scope around, Query query) {
    QueryPlanner planner = new QueryPlanner(query, around.inner(query));
    return new Subqueries.Inner(planner.plan(), query.rangeTable().size());
  }

  private SourcePlan plan() {
    List<CommonTablePlan> tables = new ArrayList<>();
    for (CommonTable table : query.with()) {
      tables.add(CommonTablePlanner.plan(scope, table));
    }
    StepPlan rows = rows();
    light &= rows.isLight();
    SourcePlan source = query.modification().isEmpty() ? result(rows) : changes(rows);
    return tables.isEmpty() ? source : withTables(source, tables);
  }

  private SourcePlan withTables(SourcePlan source, List<CommonTablePlan> tables) {
    List<String> writing =
        query.with().stream().filter(QueryPlanner::writes).map(CommonTable::name).toList();
    light &= writing.isEmpty();
    SourcePlan whole = writing.isEmpty() ? source : new Subqueries.WithWriters(source, writing);
    return new Subqueries.WithTables(whole, tables);
  }

  private static boolean writes(CommonTable table) {
    return table.query().modification().isPresent();
  }

  /** The table is changed by each row. */
  private SourcePlan changes(StepPlan rows) {
    ModificationPlanner planner = new ModificationPlanner(query, scope, compiler);
    light &= planner.isLight();
    return planner.plan(setRows(rows), targets);
  }

  private SourcePlan result(StepPlan found) {
    StepPlan rows = found;
    if (query.grouped()) {
      light = false;
      rows = groups(rows);
    }
    if (!query.windows().isEmpty()) {
      light = false;
      rows = new WindowPlanner(query, scope, targets).plan(rows);
    }
    if (!query.rowMarks().isEmpty()) {
      light = false;
      rows = locked(rows);
    }
    SourcePlan source = columns(rows);
    source = distinctSortLimit(source);
    if (query.targets().stream().anyMatch(TargetEntry::junk)) {
      source = new Projections.Visible(source, query.visibleTargets().size());
    }
    return source;
  }

  /** Rows are locked in their order, and no more of them than a limit lets pass. */
  private StepPlan locked(StepPlan rows) {
    StepPlan input = rows;
    sorted = true;
    if (!query.sort().isEmpty()) {
      List<Expression> columns = targets.stream().map(TargetEntry::expression).toList();
      input =
          new SortedSteps(
              rows, compiler.compile(columns), order(query.sort()), OptionalInt.empty());
    }
    return new LockRows(
        input, query.rowMarks().stream().filter(this::isOfTable).map(this::mark).toList());
  }

  /** The rows of a subquery are locked inside it. */
  private boolean isOfTable(RowMark mark) {
    return query.rangeTable().get(mark.relation()) instanceof RangeEntry.Relation;
  }

  private LockRows.Mark mark(RowMark mark) {
    RangeEntry.Relation entry = (RangeEntry.Relation) query.rangeTable().get(mark.relation());
    if (entry.relation().kind() == 'm') {
      throw new ReportedError(
          SqlState.WRONG_OBJECT_TYPE,
          "cannot lock rows in materialized view \"" + entry.relation().name() + "\"");
    }
    if (!TableScan.isOf(entry.relation())) {
      throw ErrorReport.notSimulated("row locks in relation " + entry.relation().name())
          .toException();
    }
    scope.locksWithIndexes(entry.relation(), LockMode.ROW_SHARE);
    if (entry.inh()) {
      Catalog catalog = scope.relations().catalog();
      Inheritance.family(catalog, entry.relation().oid())
          .forEach(
              oid ->
                  scope.locksWithIndexes(catalog.relation(oid).orElseThrow(), LockMode.ROW_SHARE));
    }
    return new LockRows.Mark(
        mark.relation(),
        entry.relation(),
        LockStrength.valueOf(mark.strength().name()),
        LockRows.Waiting.valueOf(mark.waiting().name()));
  }

  private StepPlan rows() {
    if (query.from().isEmpty() || query.where().filter(QueryPlanner::isNeverTrue).isPresent()) {
      StepPlan single = new Scans.Single();
      return query.where().isEmpty()
          ? single
          : new Scans.Filter(single, compiler.compile(query.where().get()));
    }
    return new FromPlanner(query, scope, compiler).plan();
  }

  /** What such a condition keeps out is not even looked at: {@code set_dummy_rel_pathlist}. */
  private static boolean isNeverTrue(Expression condition) {
    return condition instanceof Expression.Const constant && !Boolean.TRUE.equals(constant.value());
  }

  private StepPlan groups(StepPlan rows) {
    List<TargetEntry> keys = new ArrayList<>(targets);
    keys.removeIf(target -> !isGrouped(target));
    boolean sets = keys.stream().anyMatch(key -> SetPlanner.yieldsSet(key.expression()));
    StepPlan input = sets ? new SetPlanner(scope, keys, 0).plan(rows) : rows;
    GroupPlanner planner = new GroupPlanner(query, scope, targets, keys);
    StepPlan groups = planner.plan(input);
    Optional<Expression> having = query.having().map(planner::rewritten);
    for (int i = 0; i < targets.size(); i++) {
      TargetEntry target = targets.get(i);
      targets.set(i, target.withExpression(planner.rewritten(target)));
    }
    return having.isEmpty() ? groups : new Scans.Filter(groups, compiler.compile(having.get()));
  }

  private boolean isGrouped(TargetEntry target) {
    return query.groupBy().stream().anyMatch(key -> key.reference() == target.sortGroup());
  }

  private SourcePlan columns(StepPlan rows) {
    PostponedColumns postponed =
        new PostponedColumns(query, List.copyOf(targets), scope.relations().catalog().facts());
    sorted |= postponed.any();
    StepPlan input = setRows(postponed.any() ? sortedBefore(postponed, rows) : rows);
    List<Expression> columns = targets.stream().map(TargetEntry::expression).toList();
    return new Projections.Plain(input, compiler.compile(columns));
  }

  /** Targets that do not wait are found in slots afterwards. */
  private StepPlan sortedBefore(PostponedColumns postponed, StepPlan rows) {
    List<Expression> columns = new ArrayList<>();
    int first = firstSetSlot();
    for (int i = 0; i < targets.size(); i++) {
      TargetEntry target = targets.get(i);
      Expression column = target.expression();
      if (postponed.isPostponed(target)) {
        columns.add(new Expression.Const(column.type(), -1, 0, null, -1));
      } else {
        columns.add(column);
        targets.set(i, target.withExpression(slot(column, first + i)));
      }
    }
    keptSlots = columns.size();
    return new SortedSteps(
        rows, compiler.compile(columns), order(query.sort()), OptionalInt.of(first));
  }

  private static Expression slot(Expression column, int index) {
    return new Expression.Slot(0, index, column.type(), column.typmod(), 0);
  }

  /** The rows that sets in the targets make of them. */
  private StepPlan setRows(StepPlan rows) {
    if (!query.setReturning()) {
      return rows;
    }
    light = false;
    return new SetPlanner(scope, targets, firstSetSlot()).plan(rows);
  }

  /** Slots below this one belong to groups, aggregates, window functions and sorted columns. */
  private int firstSetSlot() {
    return WindowPlanner.firstSlot(query) + WindowPlanner.calls(query.targets()).size() + keptSlots;
  }

  private SourcePlan distinctSortLimit(SourcePlan columns) {
    SourcePlan source = columns;
    // DISTINCT ON keeps the first of each in the order asked for; DISTINCT does not care.
    if (!query.distinct().isEmpty() && !query.distinctOn()) {
      light = false;
      source = new Sorts.Distinct(source, order(query.distinct()));
    }
    if (!query.sort().isEmpty() && !sorted && !GroupPlanner.areSorted(query)) {
      source = new Sorts.Sort(source, order(query.sort()));
    }
    if (query.distinctOn()) {
      light = false;
      refusePostponedSets();
      source = query.sort().isEmpty() ? new Sorts.Sort(source, order(query.distinct())) : source;
      source = new Sorts.First(source, order(query.distinct()));
    }
    if (query.limit().isPresent() || query.offset().isPresent()) {
      Optional<Evaluator> offset = compiler.compile(query.offset());
      Optional<Evaluator> count = compiler.compile(query.limit());
      Optional<RowOrder> ties =
          query.withTies() ? Optional.of(order(query.sort())) : Optional.empty();
      source = new Sorts.Limit(source, offset, count, ties);
    }
    return source;
  }

  /** {@code planner.c: make_sort_input_target} has them yield their rows after all of this. */
  private void refusePostponedSets() {
    if (!query.setReturning() || query.sort().isEmpty()) {
      return;
    }
    boolean sorted =
        query.targets().stream()
            .anyMatch(one -> one.sortGroup() != 0 && SetPlanner.yieldsSet(one.expression()));
    if (!sorted) {
      throw ErrorReport.notSimulated("sets in the targets of a sorted DISTINCT ON").toException();
    }
  }

  private RowOrder order(List<SortClause> clauses) {
    return Orders.ofTargets(clauses, targets);
  }
}
