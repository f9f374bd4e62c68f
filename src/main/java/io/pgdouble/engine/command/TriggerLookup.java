package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.List;
import java.util.Optional;

/** The triggers of a table by name ({@code trigger.c: get_trigger_oid}). */
record TriggerLookup(SessionMemory memory, RelationEntry table) {

  /** All, in the order of their names. */
  List<FactRow> all() {
    return memory
        .changes()
        .current()
        .table("pg_trigger")
        .where("tgrelid", Integer.toUnsignedString(table.oid()))
        .stream()
        .sorted(java.util.Comparator.comparing((FactRow row) -> row.text("tgname")))
        .toList();
  }

  Optional<FactRow> find(String name) {
    return all().stream().filter(row -> row.text("tgname").equals(name)).findFirst();
  }

  FactRow require(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new ReportedError(
                    SqlState.UNDEFINED_OBJECT,
                    "trigger \"" + name + "\" for table \"" + table.name() + "\" does not exist"));
  }
}
