package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.ConflictTarget;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.OnConflict;
import io.pgdouble.engine.expression.RangeColumn;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.tree.ColumnRef;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.IndexElem;
import io.pgdouble.engine.tree.InferClause;
import io.pgdouble.engine.tree.OnConflictClause;
import io.pgdouble.engine.tree.SortByDir;
import io.pgdouble.engine.tree.SortByNulls;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** ON CONFLICT ({@code transformOnConflictClause}). */
final class ConflictAnalyzer {
  /** {@code transam.h: FirstNormalObjectId}. */
  private static final int FIRST_NORMAL_OID = 16_384;

  private final ParseState state;
  private final TargetTable target;

  ConflictAnalyzer(ParseState state, TargetTable target) {
    this.state = state;
    this.target = target;
  }

  /** The clause; the names that are visible are those of the target. */
  OnConflict analyze(OnConflictClause clause) {
    // What is proposed cannot be referred to by what names the conflicts, but its errors know it.
    int excluded = clause.doUpdate() ? addExcluded() : -1;
    ConflictTarget conflicts = conflicts(clause);
    if (!clause.doUpdate()) {
      return new OnConflict(conflicts, false, -1, List.of(), Optional.empty());
    }
    List<NamespaceItem> outside = state.namespace;
    state.namespace = new ArrayList<>(outside);
    state.namespace.add(RangeEntries.item(state, excluded));
    TargetColumns written = UpdateAnalyzer.assigned(state, target, clause.targetList());
    Optional<Expression> where =
        clause.whereClause().map(raw -> SelectAnalyzer.condition(state, raw, ClauseKind.WHERE));
    state.namespace = outside;
    return new OnConflict(conflicts, true, excluded, written.assignments(), where);
  }

  /** The row that was proposed, under the name EXCLUDED. */
  private int addExcluded() {
    RangeEntry.Relation entry = (RangeEntry.Relation) state.rangeTable.get(target.index());
    List<RangeColumn> columns = new ArrayList<>();
    for (RangeColumn column : entry.columns()) {
      columns.add(
          new RangeColumn(column.name(), column.type(), column.typmod(), column.collation(), 0, 0));
    }
    state.rangeTable.add(
        new RangeEntry.Relation("excluded", entry.relation(), Optional.empty(), columns, false));
    int excluded = state.rangeTable.size() - 1;
    state.excluded = OptionalInt.of(excluded);
    return excluded;
  }

  /** {@code transformOnConflictArbiter}. */
  private ConflictTarget conflicts(OnConflictClause clause) {
    if (clause.doUpdate() && clause.infer().isEmpty()) {
      throw Complaint.at(
              clause.location(),
              SqlState.SYNTAX_ERROR,
              "ON CONFLICT DO UPDATE requires inference specification or constraint name")
          .withHint("For example, ON CONFLICT (column_name).")
          .toException();
    }
    if (target.relation().oid() < FIRST_NORMAL_OID) {
      throw Complaint.error(
          clause.location(),
          SqlState.FEATURE_NOT_SUPPORTED,
          "ON CONFLICT is not supported with system catalog tables");
    }
    return clause.infer().map(this::inferred).orElse(ConflictTarget.ANY);
  }

  private ConflictTarget inferred(InferClause infer) {
    Set<Integer> columns = new TreeSet<>();
    List<Expression> expressions = new ArrayList<>();
    for (IndexElem element : infer.indexElems()) {
      requirePlain(element, infer);
      Expression value = element(element, infer);
      if (value instanceof Expression.Var column && column.attribute() > 0) {
        columns.add(column.attribute());
      } else {
        expressions.add(value);
      }
    }
    Optional<Expression> where =
        infer
            .whereClause()
            .map(raw -> SelectAnalyzer.condition(state, raw, ClauseKind.INDEX_PREDICATE));
    int constraint = infer.conname().map(this::constraint).orElse(0);
    return new ConflictTarget(columns, expressions, where, constraint);
  }

  /** {@code resolve_unique_index_expr}. */
  private static void requirePlain(IndexElem element, InferClause infer) {
    if (element.ordering() != SortByDir.DEFAULT) {
      throw Complaint.error(
          infer.location(),
          SqlState.INVALID_COLUMN_REFERENCE,
          "ASC/DESC is not allowed in ON CONFLICT clause");
    }
    if (element.nullsOrdering() != SortByNulls.DEFAULT) {
      throw Complaint.error(
          infer.location(),
          SqlState.INVALID_COLUMN_REFERENCE,
          "NULLS FIRST/LAST is not allowed in ON CONFLICT clause");
    }
    if (!element.collation().isEmpty() || !element.opclass().isEmpty()) {
      throw Complaint.notSimulated("collations and operator classes in ON CONFLICT");
    }
  }

  private Expression element(IndexElem element, InferClause infer) {
    Expr raw =
        element
            .expr()
            .orElseGet(
                () ->
                    new ColumnRef(List.of(element.name().orElseThrow()), false, infer.location()));
    return ExpressionAnalyzer.analyze(state, raw, ClauseKind.INDEX_EXPRESSION);
  }

  /** {@code get_relation_constraint_oid}. */
  private int constraint(String name) {
    String table = Integer.toUnsignedString(target.relation().oid());
    Optional<FactRow> found =
        state.catalog().facts().table("pg_constraint").where("conrelid", table).stream()
            .filter(row -> row.text("conname").equals(name))
            .findFirst();
    return (int)
        found
            .orElseThrow(
                () ->
                    new ReportedError(
                        SqlState.UNDEFINED_OBJECT,
                        "constraint \""
                            + name
                            + "\" for table \""
                            + target.relation().name()
                            + "\" does not exist"))
            .oid("oid");
  }
}
