package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.FromNode;
import io.pgdouble.engine.expression.Modification;
import io.pgdouble.engine.expression.ModificationKind;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.tree.DeleteStmt;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.ResTarget;
import io.pgdouble.engine.tree.TableRef;
import io.pgdouble.engine.tree.UpdateStmt;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** UPDATE and DELETE ({@code transformUpdateStmt}, {@code transformDeleteStmt}). */
final class UpdateAnalyzer {
  private final ParseState state;
  private final SelectAnalyzer.QueryParts parts = new SelectAnalyzer.QueryParts();
  private TargetTable target;

  private UpdateAnalyzer(ParseState state) {
    this.state = state;
  }

  static Query analyze(ParseState state, UpdateStmt node) {
    UpdateAnalyzer analyzer = new UpdateAnalyzer(state);
    analyzer.parts.with = WithAnalyzer.analyze(state, node.withClause());
    analyzer.read(node.relation(), node.fromClause());
    analyzer.where(node.whereClause());
    List<TargetEntry> returning = Returning.analyze(state, node.returningList());
    Assigned assigned = Assigned.of(state, analyzer.target, node.targetList());
    TargetViews views = TargetViews.of(state, analyzer.target, ModificationKind.UPDATE);
    TargetColumns written = assigned.written(state, analyzer.target, views);
    analyzer.parts.targets = written.targets();
    return analyzer.finish(
        views,
        Modification.plain(
            ModificationKind.UPDATE, analyzer.target.index(), written.columns(), returning));
  }

  static Query analyze(ParseState state, DeleteStmt node) {
    UpdateAnalyzer analyzer = new UpdateAnalyzer(state);
    analyzer.parts.with = WithAnalyzer.analyze(state, node.withClause());
    analyzer.read(node.relation(), node.usingClause());
    analyzer.where(node.whereClause());
    List<TargetEntry> returning = Returning.analyze(state, node.returningList());
    return analyzer.finish(
        TargetViews.of(state, analyzer.target, ModificationKind.DELETE),
        Modification.plain(ModificationKind.DELETE, analyzer.target.index(), List.of(), returning));
  }

  private Query finish(TargetViews views, Modification modification) {
    parts.modification = Optional.of(modification);
    return CollationAssigner.assign(state, views.through(parts.build(state)));
  }

  /** The target, and what it is joined with; subqueries there do not see the target. */
  private void read(RangeVar relation, List<TableRef> others) {
    target = TargetTable.open(state, relation);
    state.namespace.add(target.item().beyondLateral());
    List<FromNode> from = new ArrayList<>();
    from.add(target.node());
    from.addAll(FromClause.analyze(state, others));
    parts.from = List.copyOf(from);
  }

  private void where(Optional<Expr> raw) {
    parts.where = raw.map(one -> SelectAnalyzer.condition(state, one, ClauseKind.WHERE));
  }

  static TargetColumns assigned(ParseState state, TargetTable target, List<ResTarget> raw) {
    return Assigned.of(state, target, raw).written(state, target, TargetViews.none(target));
  }

  /** What is assigned to which columns. */
  private record Assigned(
      Defaults defaults, List<Assignments.To> columns, List<Expression> values) {
    /** {@code transformUpdateTargetList}: all values are looked at before any column is. */
    static Assigned of(ParseState state, TargetTable target, List<ResTarget> raw) {
      Defaults defaults = new Defaults();
      List<Expression> values = new AssignedValues(state, defaults).of(raw);
      List<Assignments.To> columns = new ArrayList<>();
      for (int i = 0; i < raw.size(); i++) {
        Assignments.To column = column(state, target, raw.get(i));
        boolean standard = defaults.isMark(values.get(i)) && target.relation().kind() == 'v';
        columns.add(column);
        // A view's columns have no defaults, whatever the table's have.
        values.set(
            i,
            standard
                ? nothing(state, column.column())
                : Assignments.to(state, column, values.get(i), defaults));
      }
      return new Assigned(defaults, columns, values);
    }

    TargetColumns written(ParseState state, TargetTable target, TargetViews views) {
      TargetTable table = new TargetTable(views.table(), target.item());
      TargetColumns written = new TargetColumns(state, table, defaults);
      written.update(views.assigned(columns), values);
      return written;
    }
  }

  private static Expression nothing(ParseState state, AttributeEntry column) {
    return Literals.nullOf(column.type(), Coercion.collationOf(state, column.type()), -1);
  }

  private static ReportedError missing(ParseState state, TargetTable target, ResTarget assignment) {
    String name = assignment.name().orElseThrow();
    ReportedError plain = target.missing(name, assignment.location());
    int major = state.context.execution().facts().major();
    boolean qualified = !assignment.indirection().isEmpty() && target.item().name().equals(name);
    return qualified && MajorChange.QUALIFIED_TARGETS_HAVE_A_HINT.isIn(major)
        ? plain
            .report()
            .withHint("SET target columns cannot be qualified with the relation name.")
            .toException()
        : plain;
  }

  private static Assignments.To column(ParseState state, TargetTable target, ResTarget assignment) {
    String name = assignment.name().orElseThrow();
    boolean ofSystem = target.find(name).isEmpty() && SystemColumns.isName(name);
    if (ofSystem) {
      throw Complaint.error(
          assignment.location(),
          SqlState.FEATURE_NOT_SUPPORTED,
          "cannot assign to system column \"" + name + "\"");
    }
    AttributeEntry column = target.find(name).orElseThrow(() -> missing(state, target, assignment));
    if (assignment.indirection().isEmpty()) {
      return new Assignments.To(column, Optional.empty());
    }
    ClauseKind outer = state.kind;
    state.kind = ClauseKind.UPDATE_SOURCE;
    PartPath path =
        PartPath.of(
            state, PartPath.Target.of(column), assignment.indirection(), assignment.location());
    state.kind = outer;
    return new Assignments.To(column, Optional.of(path));
  }
}
