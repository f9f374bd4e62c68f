package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.expression.Assignment;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.tree.OverridingKind;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is written into each column of a table ({@code rewriteTargetListIU}). */
final class TargetColumns {
  private final TargetTable target;
  private final Defaults defaults;
  private final ColumnDefaults standards;
  private final SortedMap<Integer, Expression> values = new TreeMap<>();
  private List<Integer> named = List.of();

  TargetColumns(ParseState state, TargetTable target, Defaults defaults) {
    this.standards = new ColumnDefaults(state, target.relation());
    this.target = target;
    this.defaults = defaults;
  }

  /** A row of which the first columns of a list get values, and all others their defaults. */
  void insert(InsertColumns columns, List<Expression> given, OverridingKind override) {
    Map<Integer, Expression> known = new HashMap<>();
    for (int i = 0; i < given.size(); i++) {
      AttributeEntry column = columns.get(i);
      Expression before =
          known.getOrDefault(
              column.number(), Literals.nullOf(column.type(), column.collation(), -1));
      Expression value = given.get(i);
      known.put(
          column.number(), columns.part(i).map(path -> path.store(before, value)).orElse(value));
    }
    named = known.keySet().stream().sorted().toList();
    for (AttributeEntry column : target.columns()) {
      Expression value = known.get(column.number());
      boolean standard = value == null || defaults.isMark(value) || isOverridden(column, override);
      if (!standard) {
        requireInsertable(column, override);
      }
      if (column.generated().isEmpty()) {
        values.put(column.number(), standard ? standards.of(column) : value);
      }
    }
  }

  private static boolean isOverridden(AttributeEntry column, OverridingKind override) {
    return !column.identity().isEmpty() && override == OverridingKind.USER_VALUE;
  }

  private static void requireInsertable(AttributeEntry column, OverridingKind override) {
    String message = "cannot insert a non-DEFAULT value into column \"" + column.name() + "\"";
    if (isAlways(column) && override != OverridingKind.SYSTEM_VALUE) {
      throw ErrorReport.error(SqlState.GENERATED_ALWAYS, message)
          .withDetail(identity(column))
          .withHint("Use OVERRIDING SYSTEM VALUE to override.")
          .toException();
    }
    if (!column.generated().isEmpty()) {
      throw ErrorReport.error(SqlState.GENERATED_ALWAYS, message)
          .withDetail(generated(column))
          .toException();
    }
  }

  private static boolean isAlways(AttributeEntry column) {
    return column.identity().equals("a");
  }

  private static String identity(AttributeEntry column) {
    return "Column \"" + column.name() + "\" is an identity column defined as GENERATED ALWAYS.";
  }

  private static String generated(AttributeEntry column) {
    return "Column \"" + column.name() + "\" is a generated column.";
  }

  /** Columns get new values. */
  void update(List<Assignments.To> columns, List<Expression> given) {
    SortedMap<Integer, AttributeEntry> assigned = new TreeMap<>();
    Set<Integer> whole = new HashSet<>();
    for (int i = 0; i < columns.size(); i++) {
      AttributeEntry column = columns.get(i).column();
      boolean part = columns.get(i).part().isPresent();
      boolean again = assigned.put(column.number(), column) != null;
      if (again && (!part || whole.contains(column.number()))) {
        throw new ReportedError(
            SqlState.SYNTAX_ERROR, "multiple assignments to same column \"" + column.name() + "\"");
      }
      if (!part) {
        whole.add(column.number());
      }
      Expression value = given.get(i);
      Expression before = values.getOrDefault(column.number(), current(column));
      values.put(
          column.number(),
          columns.get(i).part().map(path -> path.store(before, value)).orElse(value));
    }
    assigned.values().forEach(this::complete);
  }

  /** What the row has now. */
  private Expression current(AttributeEntry column) {
    return new Expression.Var(
        0, target.index(), column.number(), column.type(), column.typmod(), column.collation(), -1);
  }

  private void complete(AttributeEntry column) {
    boolean standard = defaults.isMark(values.get(column.number()));
    boolean fixed = isAlways(column) || !column.generated().isEmpty();
    if (fixed && !standard) {
      throw ErrorReport.error(
              SqlState.GENERATED_ALWAYS,
              "column \"" + column.name() + "\" can only be updated to DEFAULT")
          .withDetail(isAlways(column) ? identity(column) : generated(column))
          .toException();
    }
    if (!column.generated().isEmpty()) {
      values.remove(column.number());
    } else if (standard) {
      values.put(column.number(), standards.of(column));
    }
  }

  /** The numbers of the columns that are written. */
  List<Integer> columns() {
    return List.copyOf(values.keySet());
  }

  /** The numbers of the columns for which a value was given to {@link #insert}. */
  List<Integer> named() {
    return named;
  }

  /** The columns with their values. */
  List<Assignment> assignments() {
    return values.entrySet().stream().map(e -> new Assignment(e.getKey(), e.getValue())).toList();
  }

  /** The values, in the same order. */
  List<TargetEntry> targets() {
    List<TargetEntry> targets = new ArrayList<>();
    for (int number : values.keySet()) {
      AttributeEntry column = target.relation().attributes().get(number - 1);
      targets.add(new TargetEntry(values.get(number), column.name(), 0, false, 0, 0));
    }
    return targets;
  }
}
