package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.tree.AlterTableCmd;
import io.pgdouble.engine.tree.AlterTableType;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.Map;
import java.util.Optional;

/** ENABLE and DISABLE TRIGGER ({@code trigger.c: EnableDisableTrigger}). */
record TriggerSwitches(SessionMemory memory, RelationEntry table) {
  private static final Map<AlterTableType, String> LETTERS =
      Map.of(
          AlterTableType.ENABLE_TRIG, "O",
          AlterTableType.ENABLE_TRIG_ALL, "O",
          AlterTableType.ENABLE_TRIG_USER, "O",
          AlterTableType.ENABLE_ALWAYS_TRIG, "A",
          AlterTableType.ENABLE_REPLICA_TRIG, "R",
          AlterTableType.DISABLE_TRIG, "D",
          AlterTableType.DISABLE_TRIG_ALL, "D",
          AlterTableType.DISABLE_TRIG_USER, "D");

  static boolean knows(AlterTableType type) {
    return LETTERS.containsKey(type);
  }

  void perform(AlterTableCmd cmd) {
    TriggerLookup triggers = new TriggerLookup(memory, table);
    boolean users =
        cmd.subtype() == AlterTableType.ENABLE_TRIG_USER
            || cmd.subtype() == AlterTableType.DISABLE_TRIG_USER;
    String letter = LETTERS.get(cmd.subtype());
    Optional<String> name = cmd.name();
    name.ifPresent(triggers::require);
    for (FactRow row : triggers.all()) {
      boolean meant = name.isEmpty() || row.text("tgname").equals(name.get());
      if (meant && !(users && row.bool("tgisinternal"))) {
        set(row, letter);
      }
    }
  }

  private void set(FactRow row, String letter) {
    if (row.bool("tgisinternal") && !memory.execution().session().isSuperuser()) {
      throw new ReportedError(
          SqlState.INSUFFICIENT_PRIVILEGE,
          "permission denied: \"" + row.text("tgname") + "\" is a system trigger");
    }
    if (!row.text("tgenabled").equals(letter)) {
      new CatalogRows(memory.changes()).change("pg_trigger", row.oid("oid"), "tgenabled", letter);
    }
  }
}
