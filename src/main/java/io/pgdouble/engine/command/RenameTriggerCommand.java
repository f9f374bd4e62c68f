package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.engine.tree.RenameStmt;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.UnsupportedKind;

/** ALTER TRIGGER … RENAME ({@code trigger.c: renametrig}). */
record RenameTriggerCommand(SessionMemory memory) {

  Completion run(RenameStmt node, UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    RelationLookup lookup = new RelationLookup(memory);
    RelationEntry table =
        new TableLocks(memory)
            .require(
                () -> lookup.require(node.relation().orElseThrow()), LockMode.ACCESS_EXCLUSIVE);
    if (table.kind() != 'r' && table.kind() != 'v') {
      throw ErrorReport.error(
              SqlState.WRONG_OBJECT_TYPE, "relation \"" + table.name() + "\" cannot have triggers")
          .withDetail(UnsupportedKind.detail(table.kind()))
          .toException();
    }
    AlterTableCommand.checkAlterable(memory, table);
    TriggerLookup triggers = new TriggerLookup(memory, table);
    FactRow row = triggers.require(node.subname().orElseThrow());
    if (triggers.find(node.newname()).isPresent()) {
      throw new ReportedError(
          SqlState.DUPLICATE_OBJECT,
          "trigger \""
              + node.newname()
              + "\" for relation \""
              + table.name()
              + "\" already exists");
    }
    new CatalogRows(memory.changes())
        .change("pg_trigger", row.oid("oid"), "tgname", node.newname());
    return in.done();
  }
}
