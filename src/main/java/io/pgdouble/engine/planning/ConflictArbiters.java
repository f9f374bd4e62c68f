package io.pgdouble.engine.planning;

import io.pgdouble.engine.definition.TableEntry;
import io.pgdouble.engine.definition.TableEntry.IndexColumn;
import io.pgdouble.engine.definition.TableEntry.IndexEntry;
import io.pgdouble.engine.expression.BoolOperator;
import io.pgdouble.engine.expression.ConflictTarget;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.OnConflict;
import io.pgdouble.engine.expression.Sameness;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which unique indexes ON CONFLICT means ({@code plancat.c: infer_arbiter_indexes}). */
final class ConflictArbiters {
  private final TableEntry table;
  private final ConflictTarget target;

  private ConflictArbiters(TableEntry table, ConflictTarget target) {
    this.table = table;
    this.target = target;
  }

  /** Their OIDs; none where every conflict is meant. */
  static Set<Integer> of(OnConflict clause, TableEntry table) {
    ConflictTarget target = clause.target();
    if (target.isAny()) {
      return Set.of();
    }
    ConflictArbiters arbiters = new ConflictArbiters(table, target);
    Set<Integer> found = target.constraint() == 0 ? arbiters.matching() : arbiters.ofConstraint();
    if (found.isEmpty()) {
      throw new ReportedError(
          SqlState.INVALID_COLUMN_REFERENCE,
          "there is no unique or exclusion constraint matching the ON CONFLICT specification");
    }
    return found;
  }

  private Set<Integer> ofConstraint() {
    Set<Integer> found =
        table.indexes().stream()
            .filter(index -> index.constraint() == target.constraint())
            .map(IndexEntry::oid)
            .collect(Collectors.toSet());
    if (found.isEmpty()) {
      throw new ReportedError(
          SqlState.WRONG_OBJECT_TYPE, "constraint in ON CONFLICT clause has no associated index");
    }
    return found;
  }

  private Set<Integer> matching() {
    return table.indexes().stream()
        .filter(IndexEntry::unique)
        .filter(this::hasColumns)
        .filter(this::hasExpressions)
        .filter(this::isImplied)
        .map(IndexEntry::oid)
        .collect(Collectors.toSet());
  }

  private boolean hasColumns(IndexEntry index) {
    Set<Integer> columns = new HashSet<>();
    for (IndexColumn column : index.columns()) {
      if (column.attribute() != 0) {
        columns.add(column.attribute());
      }
    }
    return columns.equals(target.columns());
  }

  private boolean hasExpressions(IndexEntry index) {
    List<Expression> indexed =
        index.columns().stream()
            .filter(column -> column.attribute() == 0)
            .map(IndexColumn::value)
            .toList();
    return indexed.stream().allMatch(one -> has(target.expressions(), one))
        && target.expressions().stream().allMatch(one -> has(indexed, one));
  }

  private static boolean has(List<Expression> expressions, Expression one) {
    return expressions.stream().anyMatch(other -> Sameness.same(one, other));
  }

  /** {@code predicate_implied_by}, as far as no proof is needed. */
  private boolean isImplied(IndexEntry index) {
    if (index.predicate().isEmpty()) {
      return true;
    }
    if (target.where().isEmpty()) {
      return false;
    }
    List<Expression> given = conjuncts(target.where().get());
    boolean same = conjuncts(index.predicate().get()).stream().allMatch(one -> has(given, one));
    if (!same) {
      throw ErrorReport.notSimulated("ON CONFLICT with another condition than the index has")
          .toException();
    }
    return true;
  }

  private static List<Expression> conjuncts(Expression condition) {
    return condition instanceof Expression.BoolExpr and && and.operator() == BoolOperator.AND
        ? and.arguments()
        : List.of(condition);
  }
}
