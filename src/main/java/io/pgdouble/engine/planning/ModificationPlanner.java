package io.pgdouble.engine.planning;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.definition.Inheritance;
import io.pgdouble.engine.definition.TableDefinitions;
import io.pgdouble.engine.definition.TableEntry;
import io.pgdouble.engine.execution.Evaluator;
import io.pgdouble.engine.execution.Frame;
import io.pgdouble.engine.execution.ModifyTable;
import io.pgdouble.engine.execution.RelationSource;
import io.pgdouble.engine.execution.RowChange;
import io.pgdouble.engine.execution.RowSource;
import io.pgdouble.engine.execution.SourcePlan;
import io.pgdouble.engine.execution.StepPlan;
import io.pgdouble.engine.execution.TableScan;
import io.pgdouble.engine.execution.TargetTable;
import io.pgdouble.engine.execution.Trigger;
import io.pgdouble.engine.expression.Assignment;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.MergeAction;
import io.pgdouble.engine.expression.Modification;
import io.pgdouble.engine.expression.ModificationKind;
import io.pgdouble.engine.expression.OnConflict;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.expression.ViewCheck;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.error.ErrorReport;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans what a query writes ({@code createplan.c: create_modifytable_plan}). */
final class ModificationPlanner {
  private static final Evaluator NULL = frame -> null;

  private final Query query;
  private final Modification writing;
  private final RelationEntry table;
  private final List<Integer> heirs;
  private final RelationSource relations;
  private final ExpressionCompiler compiler;

  ModificationPlanner(Query query, Scope scope, ExpressionCompiler compiler) {
    this.relations = scope.relations();
    this.query = query;
    this.writing = query.modification().orElseThrow();
    RangeEntry entry = query.rangeTable().get(writing.relation());
    this.table = ((RangeEntry.Relation) entry).relation();
    this.compiler = compiler;
    this.heirs = heirs((RangeEntry.Relation) entry);
    scope.writes(table);
    needs(scope);
    writing.views().forEach(one -> scope.locks(one.view(), LockMode.ROW_EXCLUSIVE));
    scope.locks(table, LockMode.ROW_EXCLUSIVE);
    if (writing.kind() != ModificationKind.INSERT) {
      scope.locksIndexes(table, LockMode.ROW_EXCLUSIVE);
    }
    heirs.forEach(
        oid ->
            scope.locksWithIndexes(
                relations.catalog().relation(oid).orElseThrow(), LockMode.ROW_EXCLUSIVE));
  }

  /** The tables that inherit from it, whose rows are written to as well. */
  private List<Integer> heirs(RangeEntry.Relation entry) {
    if (!entry.inh() || writing.kind() == ModificationKind.INSERT) {
      return List.of();
    }
    List<Integer> family = Inheritance.family(relations.catalog(), table.oid());
    return family.subList(1, family.size());
  }

  /** What whoever runs it must be allowed to do. */
  private void needs(Scope around) {
    Scope scope = around.namedBy(writing.views());
    switch (writing.kind()) {
      case INSERT -> {
        around.needsThrough(writing.views(), 'a');
        scope.needs(table, 'a', writing.named());
        writing
            .onConflict()
            .filter(OnConflict::update)
            .ifPresent(update -> scope.needs(table, 'w', numbers(update.assignments())));
      }
      case UPDATE -> {
        around.needsThrough(writing.views(), 'w');
        scope.needs(table, 'w', writing.columns());
      }
      case DELETE -> {
        around.needsThrough(writing.views(), 'd');
        scope.needs(table, 'd', List.of());
      }
      case MERGE -> writing.actions().forEach(action -> needs(scope, action));
    }
  }

  private void needs(Scope scope, MergeAction action) {
    if (action.kind().isEmpty()) {
      return;
    }
    switch (action.kind().get()) {
      case INSERT -> scope.needs(table, 'a', writing.named());
      case UPDATE -> scope.needs(table, 'w', numbers(action.assignments()));
      case DELETE -> scope.needs(table, 'd', List.of());
      case MERGE -> throw new IllegalStateException("MERGE within MERGE");
    }
  }

  private static List<Integer> numbers(List<Assignment> assignments) {
    return assignments.stream().map(Assignment::column).toList();
  }

  private TargetTable target() {
    return TargetTables.of(table, relations);
  }

  /** Whether it may be begun where nobody may wait. */
  boolean isLight() {
    return heirs.isEmpty() && TableScan.isOf(table) && LightWriting.is(query, target());
  }

  /**
   * The plan.
   *
   * @param rows for each of which a row is written
   * @param targets what is written
   */
  SourcePlan plan(StepPlan rows, List<TargetEntry> targets) {
    if (!TableScan.isOf(table)) {
      return this::refused;
    }
    TargetTable target = target();
    if (!heirs.isEmpty() && target.triggers().stream().anyMatch(Trigger::hasTransitionTables)) {
      throw ErrorReport.notSimulated("transition tables with rows of tables that inherit")
          .toException();
    }
    return new ModifyTable(
        rows,
        new ModifyTable.Target(writing.relation(), table, context -> target),
        change(compile(targets)),
        compile(writing.returning()),
        writing.checks().stream().map(this::check).toList());
  }

  private ModifyTable.ViewCondition check(ViewCheck check) {
    return new ModifyTable.ViewCondition(check.view().name(), compiler.compile(check.condition()));
  }

  /** Who may not write to it anyway is told that first. */
  private RowSource refused(Frame frame) {
    throw ErrorReport.notSimulated("writing to relation " + table.schema() + "." + table.name())
        .toException();
  }

  private Evaluator[] compile(List<TargetEntry> targets) {
    List<Expression> values = targets.stream().map(TargetEntry::expression).toList();
    return compiler.compile(values);
  }

  private RowChange change(Evaluator[] values) {
    int[] attributes = writing.columns().stream().mapToInt(number -> number - 1).toArray();
    return switch (writing.kind()) {
      case INSERT -> new RowChange.Insert(inOrder(attributes, values), onConflict());
      case UPDATE -> new RowChange.Update(attributes, values);
      case DELETE -> new RowChange.Delete();
      case MERGE -> new RowChange.Merge(writing.actions().stream().map(this::when).toList());
    };
  }

  private Optional<RowChange.OnConflict> onConflict() {
    return writing
        .onConflict()
        .map(
            conflict ->
                new RowChange.OnConflict(
                    arbiters(conflict),
                    conflict.update() ? Optional.of(update(conflict)) : Optional.empty()));
  }

  private Set<Integer> arbiters(OnConflict conflict) {
    TableEntry definition = TableDefinitions.of(relations.catalog(), table);
    return ConflictArbiters.of(conflict, definition);
  }

  private RowChange.ConflictUpdate update(OnConflict conflict) {
    return new RowChange.ConflictUpdate(
        conflict.excluded(), update(conflict.assignments()), compiler.compile(conflict.where()));
  }

  private RowChange.Update update(List<Assignment> assignments) {
    return new RowChange.Update(attributes(assignments), values(assignments));
  }

  private static int[] attributes(List<Assignment> assignments) {
    return assignments.stream().mapToInt(one -> one.column() - 1).toArray();
  }

  private Evaluator[] values(List<Assignment> assignments) {
    return compiler.compile(assignments.stream().map(Assignment::value).toList());
  }

  private RowChange.When when(MergeAction action) {
    return new RowChange.When(
        action.matched() ? RowChange.Matching.MATCHED : RowChange.Matching.NOT_MATCHED,
        compiler.compile(action.condition()),
        action.kind().map(kind -> merged(kind, action.assignments())));
  }

  private RowChange merged(ModificationKind kind, List<Assignment> assignments) {
    return switch (kind) {
      case INSERT ->
          new RowChange.Insert(
              inOrder(attributes(assignments), values(assignments)), Optional.empty());
      case UPDATE -> update(assignments);
      case DELETE -> new RowChange.Delete();
      case MERGE -> throw new IllegalStateException("MERGE within MERGE");
    };
  }

  /** One for every column of the table. */
  private Evaluator[] inOrder(int[] attributes, Evaluator[] values) {
    Evaluator[] columns = new Evaluator[table.attributes().size()];
    Arrays.fill(columns, NULL);
    for (int i = 0; i < attributes.length; i++) {
      columns[attributes[i]] = values[i];
    }
    return columns;
  }
}
