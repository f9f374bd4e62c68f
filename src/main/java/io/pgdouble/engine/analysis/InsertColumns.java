package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Locations;
import io.pgdouble.engine.tree.InsertColumn;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The columns an INSERT is for ({@code checkInsertTargets}).
 *
 * @param named as the statement lists them; empty where it lists none
 */
record InsertColumns(
    List<AttributeEntry> attributes, List<InsertColumn> named, List<PartPath> paths) {

  static InsertColumns of(ParseState state, TargetTable target, List<InsertColumn> named) {
    if (named.isEmpty()) {
      return new InsertColumns(target.columns(), named, List.of());
    }
    List<AttributeEntry> attributes = new ArrayList<>();
    List<PartPath> paths = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    Set<Integer> whole = new HashSet<>();
    for (InsertColumn column : named) {
      AttributeEntry attribute = target.column(column.name(), column.location());
      boolean part = !column.indirection().isEmpty();
      boolean again = !seen.add(attribute.number());
      if (again && !part || whole.contains(attribute.number())) {
        throw Complaint.error(
            column.location(),
            SqlState.DUPLICATE_COLUMN,
            "column \"" + column.name() + "\" specified more than once");
      }
      if (!part) {
        whole.add(attribute.number());
      }
      attributes.add(attribute);
      PartPath.Target all = PartPath.Target.of(attribute);
      paths.add(PartPath.of(state, all, column.indirection(), column.location()));
    }
    return new InsertColumns(attributes, named, paths);
  }

  /** Which part of a column a value is for; empty for all of it. */
  Optional<PartPath> part(int index) {
    return paths.isEmpty()
        ? Optional.empty()
        : Optional.of(paths.get(index)).filter(path -> !path.isWhole());
  }

  /** What a value is to be cast to. */
  PartPath.Target leaf(int index) {
    return part(index).map(PartPath::leaf).orElseGet(() -> PartPath.Target.of(get(index)));
  }

  AttributeEntry get(int index) {
    return attributes.get(index);
  }

  /** {@code transformInsertRow}: values as what the columns hold. */
  List<Expression> row(ParseState state, List<Expression> values, Defaults defaults) {
    requireAsMany(values);
    List<Expression> assigned = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      Expression value = values.get(i);
      assigned.add(Assignments.to(state, new Assignments.To(get(i), part(i)), value, defaults));
    }
    return assigned;
  }

  /** That there is a value for each column, or for the first ones where none are named. */
  private void requireAsMany(List<Expression> values) {
    int columns = attributes.size();
    if (values.size() > columns) {
      throw Complaint.error(
          Locations.of(values.get(columns)),
          SqlState.SYNTAX_ERROR,
          "INSERT has more expressions than target columns");
    }
    if (!named.isEmpty() && values.size() < columns) {
      ErrorReport report =
          Complaint.at(
              named.get(values.size()).location(),
              SqlState.SYNTAX_ERROR,
              "INSERT has more target columns than expressions");
      throw isRowOf(values, columns)
          ? report
              .withHint(
                  "The insertion source is a row expression containing the same number of columns"
                      + " expected by the INSERT. Did you accidentally use extra parentheses?")
              .toException()
          : report.toException();
    }
  }

  private static boolean isRowOf(List<Expression> values, int columns) {
    return values.size() == 1
        && values.get(0) instanceof Expression.RowExpr row
        && row.arguments().size() == columns;
  }
}
