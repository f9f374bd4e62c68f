package io.pgdouble.engine.sql;

import io.pgdouble.engine.tree.ForeignKeyActions;
import io.pgdouble.error.SqlState;
import java.util.List;

/** MATCH, ON UPDATE and ON DELETE, by the letters of {@code pg_constraint}. */
final class ForeignKeys {
  private final Grammar g;
  private final Tokens t;

  ForeignKeys(Grammar grammar) {
    this.g = grammar;
    this.t = grammar.t;
  }

  private record Action(String letter, List<String> columns) {
    static final Action NONE = new Action("a", List.of());
  }

  /** {@code key_match key_actions}. */
  ForeignKeyActions actions() {
    String match = match();
    Action update = Action.NONE;
    Action delete = Action.NONE;
    boolean updateFirst = t.is(Keyword.ON) && t.second() == Keyword.UPDATE;
    if (updateFirst) {
      update = update();
    }
    boolean more = t.is(Keyword.ON);
    if (more) {
      delete = delete();
    }
    if (more && !updateFirst && t.is(Keyword.ON)) {
      update = update();
    }
    return new ForeignKeyActions(match, update.letter(), delete.letter(), delete.columns());
  }

  private String match() {
    int location = t.location();
    if (!t.accept(Keyword.MATCH)) {
      return "s";
    }
    if (t.accept(Keyword.FULL)) {
      return "f";
    }
    if (t.accept(Keyword.PARTIAL)) {
      String message = "MATCH PARTIAL not yet implemented";
      throw t.error(SqlState.FEATURE_NOT_SUPPORTED, message, location);
    }
    t.expect(Keyword.SIMPLE);
    return "s";
  }

  private Action update() {
    int location = t.location();
    t.expect(Keyword.ON, Keyword.UPDATE);
    Action action = action();
    if (!action.columns().isEmpty()) {
      String what = action.letter().equals("n") ? "SET NULL" : "SET DEFAULT";
      String message = "a column list with " + what + " is only supported for ON DELETE actions";
      throw t.error(SqlState.FEATURE_NOT_SUPPORTED, message, location);
    }
    return action;
  }

  private Action delete() {
    t.expect(Keyword.ON, Keyword.DELETE);
    return action();
  }

  private Action action() {
    if (t.accept(Keyword.NO)) {
      t.expect(Keyword.ACTION);
      return Action.NONE;
    }
    if (t.accept(Keyword.RESTRICT)) {
      return new Action("r", List.of());
    }
    if (t.accept(Keyword.CASCADE)) {
      return new Action("c", List.of());
    }
    t.expect(Keyword.SET);
    boolean toNull = t.accept(Keyword.NULL);
    if (!toNull) {
      t.expect(Keyword.DEFAULT);
    }
    return new Action(toNull ? "n" : "d", g.names.optNameList());
  }
}
