package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.AttributeEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.definition.TriggerEntry;
import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.ExpressionWalker;
import io.pgdouble.engine.tree.CreateTrigStmt;
import io.pgdouble.engine.tree.TriggerTransition;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.UnsupportedKind;
import java.util.HashMap;
import java.util.Map;

/** What a trigger must be ({@code trigger.c: CreateTriggerFiringOn}). */
record TriggerChecks(CreateTrigStmt node, RelationEntry table) {

  private boolean isFor(int event) {
    return (node.events() & event) != 0;
  }

  /** Which relations have which triggers. */
  void relation() {
    boolean instead = node.timing() == TriggerEntry.INSTEAD;
    switch (table.kind()) {
      case 'r', 'p' -> {
        if (instead) {
          throw wrong("is a table", "Tables cannot have INSTEAD OF triggers.");
        }
      }
      case 'v' -> {
        if (!instead && node.row()) {
          throw wrong("is a view", "Views cannot have row-level BEFORE or AFTER triggers.");
        }
        if (isFor(TriggerEntry.TRUNCATE)) {
          throw wrong("is a view", "Views cannot have TRUNCATE triggers.");
        }
      }
      default ->
          throw ErrorReport.error(
                  SqlState.WRONG_OBJECT_TYPE,
                  "relation \"" + table.name() + "\" cannot have triggers")
              .withDetail(UnsupportedKind.detail(table.kind()))
              .toException();
    }
    if (ObjectAddress.relation(Integer.toUnsignedLong(table.oid())).isPinned()) {
      throw new ReportedError(
          SqlState.INSUFFICIENT_PRIVILEGE,
          "permission denied: \"" + table.name() + "\" is a system catalog");
    }
    if (table.kind() == 'p') {
      throw ErrorReport.notSimulated("triggers of partitioned tables").toException();
    }
  }

  private ReportedError wrong(String what, String detail) {
    return ErrorReport.error(SqlState.WRONG_OBJECT_TYPE, "\"" + table.name() + "\" " + what)
        .withDetail(detail)
        .toException();
  }

  /** Which kinds of triggers there are. */
  void type() {
    if (node.row() && isFor(TriggerEntry.TRUNCATE)) {
      throw unsupported("TRUNCATE FOR EACH ROW triggers are not supported");
    }
    if (node.timing() == TriggerEntry.INSTEAD) {
      instead();
    }
    Map<Boolean, String> names = new HashMap<>();
    for (TriggerTransition one : node.transitionRels()) {
      transition(one, names);
    }
    if (names.size() == 2 && names.get(true).equals(names.get(false))) {
      throw invalid("OLD TABLE name and NEW TABLE name cannot be the same");
    }
  }

  private void instead() {
    if (!node.row()) {
      throw unsupported("INSTEAD OF triggers must be FOR EACH ROW");
    }
    if (node.whenClause().isPresent()) {
      throw unsupported("INSTEAD OF triggers cannot have WHEN conditions");
    }
    if (!node.columns().isEmpty()) {
      throw unsupported("INSTEAD OF triggers cannot have column lists");
    }
  }

  private void transition(TriggerTransition one, Map<Boolean, String> names) {
    if (!one.isTable()) {
      throw ErrorReport.error(
              SqlState.FEATURE_NOT_SUPPORTED,
              "ROW variable naming in the REFERENCING clause is not supported")
          .withHint("Use OLD TABLE or NEW TABLE for naming transition tables.")
          .toException();
    }
    if (table.kind() == 'v') {
      throw wrong("is a view", "Triggers on views cannot have transition tables.");
    }
    if (node.timing() != 0) {
      throw invalid("transition table name can only be specified for an AFTER trigger");
    }
    transitionEvents();
    boolean fits =
        isFor(TriggerEntry.UPDATE)
            || isFor(one.isNew() ? TriggerEntry.INSERT : TriggerEntry.DELETE);
    String word = one.isNew() ? "NEW TABLE" : "OLD TABLE";
    if (!fits) {
      throw invalid(
          word
              + " can only be specified for "
              + (one.isNew() ? "an INSERT or UPDATE trigger" : "a DELETE or UPDATE trigger"));
    }
    if (names.put(one.isNew(), one.name()) != null) {
      throw invalid(word + " cannot be specified multiple times");
    }
  }

  private void transitionEvents() {
    if (isFor(TriggerEntry.TRUNCATE)) {
      throw unsupported("TRUNCATE triggers with transition tables are not supported");
    }
    if (Integer.bitCount(node.events()) != 1) {
      throw unsupported(
          "transition tables cannot be specified for triggers with more than one event");
    }
    if (!node.columns().isEmpty()) {
      throw unsupported("transition tables cannot be specified for triggers with column lists");
    }
  }

  private static ReportedError unsupported(String message) {
    return new ReportedError(SqlState.FEATURE_NOT_SUPPORTED, message);
  }

  private static ReportedError invalid(String message) {
    return new ReportedError(SqlState.INVALID_OBJECT_DEFINITION, message);
  }

  /** What a condition may refer to. */
  void condition(Expression condition) {
    new ExpressionWalker() {
      @Override
      public Boolean onVar(Expression.Var column) {
        column(column);
        return super.onVar(column);
      }
    }.walk(condition);
  }

  private void column(Expression.Var column) {
    if (!node.row()) {
      throw at(
          column,
          SqlState.INVALID_OBJECT_DEFINITION,
          "statement trigger's WHEN condition cannot reference column values");
    }
    if (column.relation() == 0 && isFor(TriggerEntry.INSERT)) {
      throw at(
          column,
          SqlState.INVALID_OBJECT_DEFINITION,
          "INSERT trigger's WHEN condition cannot reference OLD values");
    }
    if (column.relation() == 1) {
      newColumn(column);
    }
  }

  private void newColumn(Expression.Var column) {
    boolean before = node.timing() == TriggerEntry.BEFORE;
    if (isFor(TriggerEntry.DELETE)) {
      throw at(
          column,
          SqlState.INVALID_OBJECT_DEFINITION,
          "DELETE trigger's WHEN condition cannot reference NEW values");
    }
    if (column.attribute() < 0 && before) {
      throw at(
          column,
          SqlState.FEATURE_NOT_SUPPORTED,
          "BEFORE trigger's WHEN condition cannot reference NEW system columns");
    }
    if (before) {
      generated(column);
    }
  }

  private void generated(Expression.Var column) {
    boolean whole = column.attribute() == 0;
    for (AttributeEntry one : table.columns()) {
      if (!one.generated().isEmpty() && (whole || one.number() == column.attribute())) {
        throw at(
                column,
                SqlState.INVALID_OBJECT_DEFINITION,
                "BEFORE trigger's WHEN condition cannot reference NEW generated columns")
            .report()
            .withDetail(
                whole
                    ? "A whole-row reference is used and the table contains generated columns."
                    : "Column \"" + one.name() + "\" is a generated column.")
            .toException();
      }
    }
  }

  private static ReportedError at(Expression.Var column, SqlState state, String message) {
    ErrorReport report = ErrorReport.error(state, message);
    return column.location() < 0
        ? report.toException()
        : report.withPosition(column.location() + 1).toException();
  }
}
