package io.pgdouble.engine.command;

import io.pgdouble.engine.tree.ConstrType;
import io.pgdouble.engine.tree.Constraint;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/** From constraints to keys ({@code parse_utilcmd.c: transformIndexConstraints}). */
final class KeyDrafts {
  private final TableDraft table;
  private final List<KeyDraft> keys = new ArrayList<>();

  KeyDrafts(TableDraft table) {
    this.table = table;
  }

  /** The primary key first, and none twice. */
  List<KeyDraft> keys() {
    List<KeyDraft> distinct = new ArrayList<>();
    keys.stream().filter(KeyDraft::primary).forEach(distinct::add);
    for (KeyDraft key : keys) {
      if (!key.primary() && !replaced(distinct, key)) {
        distinct.add(key);
      }
    }
    return distinct;
  }

  private static boolean replaced(List<KeyDraft> distinct, KeyDraft key) {
    for (int i = 0; i < distinct.size(); i++) {
      if (distinct.get(i).isLike(key)) {
        distinct.set(i, distinct.get(i).named(key.name()));
        return true;
      }
    }
    return false;
  }

  void transform() {
    for (Constraint constraint : table.keys) {
      keys.add(key(constraint));
    }
  }

  private KeyDraft key(Constraint constraint) {
    boolean primary = constraint.contype() == ConstrType.PRIMARY;
    if (primary && keys.stream().anyMatch(KeyDraft::primary)) {
      throw at(
          constraint,
          SqlState.INVALID_TABLE_DEFINITION,
          "multiple primary keys for table \"" + table.table + "\" are not allowed");
    }
    if (constraint.details().indexname().isPresent()
        || constraint.details().indexspace().isPresent()) {
      throw ErrorReport.notSimulated("USING INDEX").toException();
    }
    String word = primary ? "primary key" : "unique";
    for (int i = 0; i < constraint.keys().size(); i++) {
      String column = constraint.keys().get(i);
      requireColumn(constraint, column);
      if (constraint.keys().indexOf(column) < i) {
        throw at(
            constraint,
            SqlState.DUPLICATE_COLUMN,
            "column \"" + column + "\" appears twice in " + word + " constraint");
      }
      int at = table.indexOf(column);
      if (primary && at >= 0) {
        table.columns.set(at, table.columns.get(at).asNotNull());
      }
    }
    constraint.including().forEach(column -> requireColumn(constraint, column));
    return new KeyDraft(
        constraint.conname(),
        constraint.keys(),
        constraint.including(),
        primary,
        constraint.details().nullsNotDistinct(),
        constraint.attributes(),
        RelationOptions.ofIndex(constraint.options()));
  }

  private void requireColumn(Constraint constraint, String column) {
    if (table.indexOf(column) < 0 && SystemAttribute.find(column).isEmpty()) {
      throw at(
          constraint,
          SqlState.UNDEFINED_COLUMN,
          "column \"" + column + "\" named in key does not exist");
    }
  }

  private static ReportedError at(Constraint constraint, SqlState state, String message) {
    return ErrorReport.error(state, message).withPosition(constraint.location() + 1).toException();
  }
}
