package io.pgdouble.engine.analysis;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.List;
import java.util.Optional;

/** Looks names up in the FROM clauses around ({@code parse_relation.c}). */
final class Namespaces {
  private Namespaces() {}

  /** An item, and how many queries out it stands. */
  record Found(NamespaceItem item, int levelsUp) {}

  /** {@code refnameNamespaceItem}. */
  static Optional<Found> find(ParseState state, String schema, String name, int location) {
    int relationOid = 0;
    if (!schema.isEmpty()) {
      Optional<RelationEntry> relation = state.catalog().relation(schema, name);
      if (relation.isEmpty()) {
        return Optional.empty();
      }
      relationOid = relation.get().oid();
    }
    Optional<ParseState> level = Optional.of(state);
    for (int up = 0; level.isPresent(); up++) {
      Optional<NamespaceItem> item = inLevel(level.get(), name, relationOid, location);
      if (item.isPresent()) {
        return Optional.of(new Found(item.get(), up));
      }
      level = level.get().parent;
    }
    return Optional.empty();
  }

  private static Optional<NamespaceItem> inLevel(
      ParseState level, String name, int relationOid, int location) {
    Optional<NamespaceItem> found = Optional.empty();
    for (NamespaceItem item : level.namespace) {
      boolean named =
          item.relationVisible()
              && item.name().equals(name)
              && (relationOid == 0 || item.relationOid() == relationOid);
      if (!named || item.lateralOnly() && !level.lateralActive) {
        continue;
      }
      if (found.isPresent()) {
        throw Complaint.error(
            location, SqlState.AMBIGUOUS_ALIAS, "table reference \"" + name + "\" is ambiguous");
      }
      requireLateralOk(level, item, location);
      found = Optional.of(item);
    }
    return found;
  }

  /** {@code check_lateral_ref_ok}. */
  private static void requireLateralOk(ParseState level, NamespaceItem item, int location) {
    if (!item.lateralOnly() || item.lateralOk()) {
      return;
    }
    ErrorReport report =
        Complaint.at(
            location,
            SqlState.INVALID_COLUMN_REFERENCE,
            "invalid reference to FROM-clause entry for table \"" + item.name() + "\"");
    boolean ofTarget = level.target.isPresent() && level.target.getAsInt() == item.relation();
    throw ofTarget
        ? report
            .withHint(
                "There is an entry for table \""
                    + item.name()
                    + "\", but it cannot be referenced from this part of the query.")
            .toException()
        : report
            .withDetail("The combining JOIN type must be INNER or LEFT for a LATERAL reference.")
            .toException();
  }

  /** {@code colNameToVar}: a column by its name alone, in this query or one around it. */
  static Optional<Expression> column(ParseState state, String name, int location) {
    Optional<ParseState> level = Optional.of(state);
    for (int up = 0; level.isPresent(); up++) {
      Optional<Expression> value = columnInLevel(level.get(), name, location);
      if (value.isPresent()) {
        return Optional.of(ColumnReferences.atLevel(value.get(), up, location));
      }
      level = level.get().parent;
    }
    return Optional.empty();
  }

  /** The same in this query only. */
  static Optional<Expression> columnInLevel(ParseState level, String name, int location) {
    List<NamespaceItem> namespace = level.namespace;
    Optional<Expression> found = Optional.empty();
    for (int i = 0; i < namespace.size(); i++) {
      NamespaceItem item = namespace.get(i);
      if (!item.columnsVisible() || item.lateralOnly() && !level.lateralActive) {
        continue;
      }
      Optional<NamedColumn> column = columnOf(level, item, name, location);
      if (column.isEmpty()) {
        continue;
      }
      if (found.isPresent()) {
        throw ambiguous(name, location);
      }
      requireLateralOk(level, item, location);
      found = Optional.of(column.get().value());
    }
    return found;
  }

  /** {@code scanNSItemForColumn}. The level is that of the item. */
  static Optional<NamedColumn> columnOf(
      ParseState level, NamespaceItem item, String name, int location) {
    Optional<NamedColumn> column = columnOf(item, name, location);
    return column.isPresent() ? column : SystemColumns.find(level, item, name);
  }

  /** The same without system columns. */
  static Optional<NamedColumn> columnOf(NamespaceItem item, String name, int location) {
    Optional<NamedColumn> found = Optional.empty();
    for (NamedColumn column : item.columns()) {
      if (!column.name().equals(name)) {
        continue;
      }
      if (found.isPresent()) {
        throw ambiguous(name, location);
      }
      found = Optional.of(column);
    }
    return found;
  }

  private static ReportedError ambiguous(String name, int location) {
    return Complaint.error(
        location, SqlState.AMBIGUOUS_COLUMN, "column reference \"" + name + "\" is ambiguous");
  }
}
