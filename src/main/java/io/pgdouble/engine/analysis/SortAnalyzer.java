package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.OperatorEntry;
import io.pgdouble.engine.catalog.Ordering;
import io.pgdouble.engine.catalog.TypeFacts;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Locations;
import io.pgdouble.engine.expression.SortClause;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.RowExpr;
import io.pgdouble.engine.tree.SortBy;
import io.pgdouble.engine.tree.SortByDir;
import io.pgdouble.engine.tree.SortByNulls;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.TypeOid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * ORDER BY, GROUP BY and DISTINCT, which refer to output columns and add others where needed
 * ({@code parse_clause.c}). Changes the list of targets it is given.
 */
final class SortAnalyzer {
  private final ParseState state;
  private final List<TargetEntry> targets;
  private final TargetFinder finder;

  SortAnalyzer(ParseState state, List<TargetEntry> targets) {
    this.state = state;
    this.targets = targets;
    this.finder = new TargetFinder(state, targets);
  }

  List<SortClause> orderBy(List<SortBy> items) {
    List<SortClause> clauses = new ArrayList<>(items.size());
    for (SortBy item : items) {
      int target = finder.byNameOrNumber(item.node(), ClauseKind.ORDER_BY);
      addSort(clauses, target, item);
    }
    return List.copyOf(clauses);
  }

  /** ORDER BY in an aggregate or a window: names and numbers mean nothing there. */
  List<SortClause> orderByExpressions(List<SortBy> items, ClauseKind kind) {
    List<SortClause> clauses = new ArrayList<>(items.size());
    for (SortBy item : items) {
      addSort(clauses, finder.byExpression(item.node(), kind), item);
    }
    return List.copyOf(clauses);
  }

  /**
   * PARTITION BY, which is like GROUP BY, but names and numbers mean nothing there.
   *
   * @param order what ORDER BY says of the same expressions holds for them here, too
   */
  List<SortClause> partitionBy(List<Expr> items, List<SortClause> order) {
    List<SortClause> clauses = new ArrayList<>();
    for (Expr item : flattened(items)) {
      int index = finder.byExpression(item, ClauseKind.WINDOW_PARTITION);
      Optional<SortClause> ordered =
          order.stream().filter(c -> c.reference() == targets.get(index).sortGroup()).findFirst();
      if (ordered.isEmpty()) {
        addGroup(clauses, index, RawLocations.of(item));
      } else if (!clauses.contains(ordered.get())) {
        clauses.add(ordered.get());
      }
    }
    return List.copyOf(clauses);
  }

  /** What {@code WITHIN GROUP} says of the aggregated arguments, which are the targets. */
  List<SortClause> orderTargets(List<SortBy> items) {
    List<SortClause> clauses = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      addSort(clauses, i, items.get(i));
    }
    return List.copyOf(clauses);
  }

  /** {@code addTargetToSortList}. */
  private void addSort(List<SortClause> clauses, int index, SortBy item) {
    Expression value = typed(index);
    int location = item.location() >= 0 ? item.location() : RawLocations.of(item.node());
    Optional<OperatorEntry> used =
        item.dir() == SortByDir.USING
            ? Optional.of(operator(item, value.type(), location))
            : Optional.empty();
    Ordering ordering =
        state.catalog().ordering(value.type()).orElseThrow(() -> unordered(value, location));
    used.ifPresent(operator -> requireOrdering(operator, ordering, location));
    Functions.requireSimulated(ordering.comparison());
    int reference = reference(index);
    if (clauses.stream().anyMatch(clause -> clause.reference() == reference)) {
      return;
    }
    boolean descending =
        item.dir() == SortByDir.DESC
            || used.filter(operator -> isSame(operator, ordering.greater())).isPresent();
    boolean nullsFirst =
        item.nulls() == SortByNulls.FIRST || item.nulls() == SortByNulls.DEFAULT && descending;
    clauses.add(clause(reference, ordering, descending, nullsFirst));
  }

  /** The operator of {@code USING}. */
  private OperatorEntry operator(SortBy item, int type, int location) {
    return Operators.binary(state, item.useOp(), new int[] {type, type}, location);
  }

  private static boolean isSame(OperatorEntry one, OperatorEntry other) {
    return one.oid() == other.oid();
  }

  /** {@code get_equality_op_for_ordering_op}. */
  private static void requireOrdering(OperatorEntry operator, Ordering ordering, int location) {
    if (isSame(operator, ordering.less()) || isSame(operator, ordering.greater())) {
      return;
    }
    if (operator.name().contains("~")) {
      throw Complaint.notSimulated("this order of ORDER BY … USING");
    }
    throw Complaint.at(
            location,
            SqlState.WRONG_OBJECT_TYPE,
            "operator " + operator.name() + " is not a valid ordering operator")
        .withHint("Ordering operators must be \"<\" or \">\" members of btree operator families.")
        .toException();
  }

  private SortClause clause(
      int reference, Ordering ordering, boolean descending, boolean nullsFirst) {
    int equality = ordering.equal().function();
    return new SortClause(
        reference, ordering.comparison(), state.catalog().proc(equality), descending, nullsFirst);
  }

  /** The target's value; a literal of unknown type becomes text. */
  private Expression typed(int index) {
    TargetEntry target = targets.get(index);
    if (target.expression().type() == TypeOid.UNKNOWN) {
      targets.set(index, target.withExpression(TargetLists.asText(state, target.expression())));
    }
    return targets.get(index).expression();
  }

  private static ReportedError unordered(Expression value, int location) {
    return Complaint.at(
            location,
            SqlState.UNDEFINED_FUNCTION,
            "could not identify an ordering operator for type " + TypeFacts.name(value.type()))
        .withHint("Use an explicit ordering operator or modify the query.")
        .toException();
  }

  /** {@code assignSortGroupRef}. */
  private int reference(int index) {
    int known = targets.get(index).sortGroup();
    if (known != 0) {
      return known;
    }
    int next = 1 + targets.stream().mapToInt(TargetEntry::sortGroup).max().orElse(0);
    targets.set(index, targets.get(index).withSortGroup(next));
    return next;
  }

  /**
   * Adds an expression of GROUP BY to the clauses, if it is not among them.
   *
   * @return the reference of its target
   */
  int groupBy(List<SortClause> clauses, Expr item) {
    int index = finder.byNameOrNumber(item, ClauseKind.GROUP_BY);
    GroupedTarget.check(targets.get(index).expression());
    addGroup(clauses, index, RawLocations.of(item));
    return targets.get(index).sortGroup();
  }

  private static List<Expr> flattened(List<Expr> items) {
    List<Expr> flat = new ArrayList<>();
    for (Expr item : items) {
      if (item instanceof RowExpr row && !row.explicit()) {
        flat.addAll(flattened(row.args()));
      } else {
        flat.add(item);
      }
    }
    return flat;
  }

  /** {@code addTargetToGroupList}. */
  private void addGroup(List<SortClause> clauses, int index, int location) {
    Expression value = typed(index);
    int reference = reference(index);
    if (clauses.stream().anyMatch(clause -> clause.reference() == reference)) {
      return;
    }
    clauses.add(clause(reference, equality(value.type(), location), false, false));
  }

  private Ordering equality(int type, int location) {
    Optional<Ordering> ordering = state.catalog().ordering(type);
    if (ordering.isEmpty() && state.catalog().hasHashEquality(type)) {
      throw Complaint.notSimulated("grouping by type " + TypeFacts.name(type));
    }
    Ordering found =
        ordering.orElseThrow(
            () ->
                Complaint.error(
                    location,
                    SqlState.UNDEFINED_FUNCTION,
                    "could not identify an equality operator for type " + TypeFacts.name(type)));
    Functions.requireSimulated(found.comparison());
    return found;
  }

  /** {@code transformDistinctClause}: what ORDER BY says comes first. */
  List<SortClause> distinct(List<SortClause> sort, DistinctWords words) {
    List<SortClause> clauses = new ArrayList<>();
    for (SortClause clause : sort) {
      TargetEntry target = targets.get(indexOf(clause.reference()));
      if (target.junk()) {
        throw Complaint.error(
            Locations.of(target.expression()),
            SqlState.INVALID_COLUMN_REFERENCE,
            words.complaint());
      }
      clauses.add(clause);
    }
    for (int i = 0; i < targets.size(); i++) {
      if (!targets.get(i).junk()) {
        addGroup(clauses, i, Locations.of(targets.get(i).expression()));
      }
    }
    if (clauses.isEmpty()) {
      throw Complaint.error(
          -1, SqlState.SYNTAX_ERROR, "SELECT DISTINCT must have at least one column");
    }
    return List.copyOf(clauses);
  }

  private int indexOf(int reference) {
    for (int i = 0; i < targets.size(); i++) {
      if (targets.get(i).sortGroup() == reference) {
        return i;
      }
    }
    throw new IllegalStateException("no target " + reference);
  }

  /** {@code transformDistinctOnClause}. */
  List<SortClause> distinctOn(List<Expr> on, List<SortClause> sort) {
    List<Integer> references = new ArrayList<>();
    for (Expr item : on) {
      references.add(reference(finder.byNameOrNumber(item, ClauseKind.DISTINCT_ON)));
    }
    List<SortClause> clauses = new ArrayList<>();
    boolean skipped = false;
    for (SortClause clause : sort) {
      boolean wanted = references.contains(clause.reference());
      if (wanted && skipped) {
        throw Complaint.error(
            RawLocations.of(on.get(references.indexOf(clause.reference()))),
            SqlState.INVALID_COLUMN_REFERENCE,
            "SELECT DISTINCT ON expressions must match initial ORDER BY expressions");
      }
      skipped |= !wanted;
      if (wanted) {
        clauses.add(clause);
      }
    }
    for (int reference : references) {
      boolean unsorted = clauses.stream().noneMatch(c -> c.reference() == reference);
      if (unsorted && skipped) {
        throw Complaint.error(
            RawLocations.of(on.get(references.indexOf(reference))),
            SqlState.INVALID_COLUMN_REFERENCE,
            "SELECT DISTINCT ON expressions must match initial ORDER BY expressions");
      }
      int index = indexOf(reference);
      addGroup(clauses, index, Locations.of(targets.get(index).expression()));
    }
    return List.copyOf(clauses);
  }
}
