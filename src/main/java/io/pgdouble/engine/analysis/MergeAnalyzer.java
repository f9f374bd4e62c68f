package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.Assignment;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.FromNode;
import io.pgdouble.engine.expression.JoinKind;
import io.pgdouble.engine.expression.MergeAction;
import io.pgdouble.engine.expression.Modification;
import io.pgdouble.engine.expression.ModificationKind;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.tree.CmdType;
import io.pgdouble.engine.tree.MergeStmt;
import io.pgdouble.engine.tree.MergeWhenClause;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** MERGE ({@code parse_merge.c: transformMergeStmt}). */
final class MergeAnalyzer {
  private final ParseState state;
  private final MergeStmt node;
  private TargetTable target;

  /** The columns that its INSERTs give values. */
  private final Set<Integer> named = new TreeSet<>();

  private MergeAnalyzer(ParseState state, MergeStmt node) {
    this.state = state;
    this.node = node;
  }

  static Query analyze(ParseState state, MergeStmt node) {
    return new MergeAnalyzer(state, node).merge();
  }

  private Query merge() {
    SelectAnalyzer.QueryParts parts = new SelectAnalyzer.QueryParts();
    if (node.withClause().filter(with -> with.recursive()).isPresent()) {
      throw new ReportedError(
          SqlState.SYNTAX_ERROR, "WITH RECURSIVE is not supported for MERGE statement");
    }
    parts.with = WithAnalyzer.analyze(state, node.withClause());
    requireReachable();
    target = TargetTable.open(state, node.relation());
    requireTable();
    FromNode source = FromClause.analyze(state, List.of(node.sourceRelation())).get(0);
    List<NamespaceItem> sources = List.copyOf(state.namespace);
    requireDistinct(sources);
    state.namespace.add(target.item());
    Expression condition =
        ExpressionAnalyzer.analyze(state, node.joinCondition(), ClauseKind.JOIN_ON);
    parts.from = List.of(joined(source, condition));
    List<MergeAction> actions = new ArrayList<>();
    for (MergeWhenClause clause : node.mergeWhenClauses()) {
      state.namespace = new ArrayList<>(sources);
      if (clause.matched()) {
        state.namespace.add(0, target.item());
      }
      actions.add(action(clause));
    }
    parts.modification =
        Optional.of(
            new Modification(
                ModificationKind.MERGE,
                target.index(),
                List.of(),
                List.copyOf(named),
                List.of(),
                Optional.empty(),
                actions,
                List.of(),
                List.of()));
    return CollationAssigner.assign(state, parts.build(state));
  }

  private void requireReachable() {
    boolean[] ended = new boolean[2];
    for (MergeWhenClause clause : node.mergeWhenClauses()) {
      int when = clause.matched() ? 0 : 1;
      if (ended[when]) {
        throw new ReportedError(
            SqlState.SYNTAX_ERROR,
            "unreachable WHEN clause specified after unconditional WHEN clause");
      }
      ended[when] = clause.condition().isEmpty();
    }
  }

  private void requireTable() {
    if (target.relation().kind() == 'm') {
      throw ErrorReport.error(
              SqlState.FEATURE_NOT_SUPPORTED,
              "cannot execute MERGE on relation \"" + target.relation().name() + "\"")
          .withDetail("This operation is not supported for materialized views.")
          .toException();
    }
    if (target.relation().kind() != 'r') {
      throw Complaint.notSimulated("MERGE into what is no table");
    }
  }

  private void requireDistinct(List<NamespaceItem> sources) {
    String name = target.item().name();
    if (sources.stream().anyMatch(s -> s.relationVisible() && s.name().equals(name))) {
      throw ErrorReport.error(
              SqlState.DUPLICATE_ALIAS, "name \"" + name + "\" specified more than once")
          .withDetail("The name is used both as MERGE target table and data source.")
          .toException();
    }
  }

  /**
   * {@code transform_MERGE_to_join}: a row of the source without one of the target counts only
   * where it may be inserted.
   */
  private FromNode joined(FromNode source, Expression condition) {
    boolean inserts =
        node.mergeWhenClauses().stream().anyMatch(c -> c.commandType() == CmdType.INSERT);
    return new FromNode.Join(
        inserts ? JoinKind.RIGHT : JoinKind.INNER,
        target.node(),
        source,
        Optional.of(condition),
        Optional.empty());
  }

  private MergeAction action(MergeWhenClause clause) {
    Optional<Expression> condition =
        clause.condition().map(raw -> SelectAnalyzer.condition(state, raw, ClauseKind.MERGE_WHEN));
    return switch (clause.commandType()) {
      case INSERT ->
          action(clause, Optional.of(ModificationKind.INSERT), condition, inserted(clause));
      case UPDATE ->
          action(clause, Optional.of(ModificationKind.UPDATE), condition, updated(clause));
      case DELETE -> action(clause, Optional.of(ModificationKind.DELETE), condition, List.of());
      case NOTHING -> action(clause, Optional.empty(), condition, List.of());
      case SELECT -> throw new IllegalStateException("no action: " + clause.commandType());
    };
  }

  private static MergeAction action(
      MergeWhenClause clause,
      Optional<ModificationKind> kind,
      Optional<Expression> condition,
      List<Assignment> assignments) {
    return new MergeAction(clause.matched(), kind, condition, assignments);
  }

  private List<Assignment> inserted(MergeWhenClause clause) {
    Defaults defaults = new Defaults();
    InsertColumns columns = InsertColumns.of(state, target, clause.cols());
    List<Expression> values =
        defaults.expressions(state, clause.values(), ClauseKind.VALUES_SINGLE);
    List<Expression> row =
        clause.values().isEmpty() ? List.of() : columns.row(state, values, defaults);
    TargetColumns written = new TargetColumns(state, target, defaults);
    written.insert(columns, row, clause.override());
    named.addAll(written.named());
    return written.assignments();
  }

  private List<Assignment> updated(MergeWhenClause clause) {
    return UpdateAnalyzer.assigned(state, target, clause.targetList()).assignments();
  }
}
