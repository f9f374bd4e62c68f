package io.pgdouble.engine.definition;

import io.pgdouble.engine.catalog.ProcEntry;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.function.ObjectDefinitions.Style;
import io.pgdouble.facts.FactRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A trigger as SQL ({@code ruleutils.c: pg_get_triggerdef_worker}). */
record TriggerText(DefinitionTexts texts, FactRow row, Style style) {

  String of() {
    TriggerEntry trigger = TriggerEntry.of(row, texts.catalog());
    boolean constraint = trigger.constraint() != 0;
    return "CREATE "
        + (constraint ? "CONSTRAINT " : "")
        + "TRIGGER "
        + texts.quoted(trigger.name())
        + " "
        + timing(trigger)
        + events(trigger)
        + " ON "
        + table()
        + " "
        + (constraint ? constraint(trigger) : "")
        + transitions(trigger)
        + "FOR EACH "
        + ((trigger.type() & TriggerEntry.ROW) == 0 ? "STATEMENT " : "ROW ")
        + trigger.when().map(when -> "WHEN (" + overRows().of(when) + ") ").orElse("")
        + "EXECUTE FUNCTION "
        + function(trigger.function())
        + trigger.arguments().stream()
            .map(TriggerText::literal)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private RelationEntry relation() {
    return texts.relationEntry(row.oid("tgrelid"));
  }

  private String table() {
    return style == Style.PRETTY
        ? texts.relationName(row.oid("tgrelid"))
        : texts.qualifiedName(relation());
  }

  private static String timing(TriggerEntry trigger) {
    if ((trigger.type() & TriggerEntry.INSTEAD) != 0) {
      return "INSTEAD OF ";
    }
    return (trigger.type() & TriggerEntry.BEFORE) == 0 ? "AFTER " : "BEFORE ";
  }

  private String events(TriggerEntry trigger) {
    List<String> events = new ArrayList<>();
    if ((trigger.type() & TriggerEntry.INSERT) != 0) {
      events.add("INSERT");
    }
    if ((trigger.type() & TriggerEntry.DELETE) != 0) {
      events.add("DELETE");
    }
    if ((trigger.type() & TriggerEntry.UPDATE) != 0) {
      long[] columns = row.oids("tgattr");
      events.add(
          "UPDATE" + (columns.length == 0 ? "" : " OF " + texts.columns(relation(), columns)));
    }
    if ((trigger.type() & TriggerEntry.TRUNCATE) != 0) {
      events.add("TRUNCATE");
    }
    return String.join(" OR ", events);
  }

  private String constraint(TriggerEntry trigger) {
    String from =
        row.oid("tgconstrrelid") == 0
            ? ""
            : "FROM " + texts.relationName(row.oid("tgconstrrelid")) + " ";
    return from
        + (trigger.deferrable() ? "" : "NOT ")
        + "DEFERRABLE INITIALLY "
        + (trigger.initiallyDeferred() ? "DEFERRED " : "IMMEDIATE ");
  }

  private String transitions(TriggerEntry trigger) {
    if (trigger.oldTable().isEmpty() && trigger.newTable().isEmpty()) {
      return "";
    }
    return "REFERENCING "
        + trigger.oldTable().map(name -> "OLD TABLE AS " + texts.quoted(name) + " ").orElse("")
        + trigger.newTable().map(name -> "NEW TABLE AS " + texts.quoted(name) + " ").orElse("");
  }

  private ExpressionText overRows() {
    return texts.expressions(style, new TriggerColumns(texts, relation()));
  }

  /** Qualified where the search path would find another, or none. */
  private String function(int oid) {
    ProcEntry function = texts.catalog().proc(oid);
    boolean visible =
        texts.path().schemas().stream()
            .flatMap(schema -> named(function, schema))
            .findFirst()
            .filter(one -> one.oid() == oid)
            .isPresent();
    return visible ? texts.quoted(function.name()) : qualified(function);
  }

  /** The functions of a schema that a call like it would find. */
  private Stream<ProcEntry> named(ProcEntry function, String schema) {
    return texts.catalog().procsNamed(function.name()).stream()
        .filter(one -> one.schema().equals(schema) && one.inputs() == 0);
  }

  private String qualified(ProcEntry function) {
    return texts.quoted(function.schema()) + "." + texts.quoted(function.name());
  }

  /** {@code simple_quote_literal}. */
  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
