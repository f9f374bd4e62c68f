package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.expression.Assignment;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is written into each column of a table ({@code rewriteTargetListIU}). */
final class TargetColumns {
  private final ParseState state;
  private final TargetTable target;
  private final Defaults defaults;
  private final SortedMap<Integer, Expression> values = new TreeMap<>();

  TargetColumns(ParseState state, TargetTable target, Defaults defaults) {
    this.state = state;
    this.target = target;
    this.defaults = defaults;
  }

  /** A row of which the first columns of a list get values, and all others their defaults. */
  void insert(List<AttributeEntry> columns, List<Expression> given) {
    for (AttributeEntry column : target.relation().attributes()) {
      values.put(column.number(), ColumnDefaults.of(state, column));
    }
    for (int i = 0; i < given.size(); i++) {
      if (!defaults.isMark(given.get(i))) {
        values.put(columns.get(i).number(), given.get(i));
      }
    }
  }

  /** A column gets a new value. */
  void update(AttributeEntry column, Expression value) {
    Expression known = values.putIfAbsent(column.number(), completed(column, value));
    if (known != null) {
      throw new ReportedError(
          SqlState.SYNTAX_ERROR, "multiple assignments to same column \"" + column.name() + "\"");
    }
  }

  private Expression completed(AttributeEntry column, Expression value) {
    return defaults.isMark(value) ? ColumnDefaults.of(state, column) : value;
  }

  /** The numbers of the columns that are written. */
  List<Integer> columns() {
    return List.copyOf(values.keySet());
  }

  /** The columns with their values. */
  List<Assignment> assignments() {
    return values.entrySet().stream().map(e -> new Assignment(e.getKey(), e.getValue())).toList();
  }

  /** The values, in the same order. */
  List<TargetEntry> targets() {
    List<TargetEntry> targets = new ArrayList<>();
    for (int number : values.keySet()) {
      AttributeEntry column =
          target.relation().attributes().stream()
              .filter(one -> one.number() == number)
              .findFirst()
              .orElseThrow();
      targets.add(new TargetEntry(values.get(number), column.name(), 0, false, 0, 0));
    }
    return targets;
  }
}
