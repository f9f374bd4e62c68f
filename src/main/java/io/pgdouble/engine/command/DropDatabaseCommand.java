package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.CatalogUpdate;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.DropDbStmt;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.settings.StoredSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** DROP DATABASE ({@code dbcommands.c: dropdb}). What it does cannot be undone. */
record DropDatabaseCommand(SessionMemory memory) {

  Completion run(DropDbStmt node, UtilityCommand.Invocation in) {
    memory.block().preventInBlock(in.source().tag());
    ReadOnly.prevent(memory, in.source().tag());
    Principal user = new Principal(memory);
    Optional<FactRow> database =
        node.missingOk()
            ? DatabaseRow.ifThere(user, node.dbname())
            : Optional.of(DatabaseRow.find(user, node.dbname()));
    if (database.isEmpty()) {
      memory.notice(
          ErrorReport.notice(
              SqlState.SUCCESSFUL_COMPLETION,
              "database \"" + node.dbname() + "\" does not exist, skipping"));
      return in.done();
    }
    check(user, database.get());
    if (!node.options().isEmpty()) {
      memory.databaseSessions().terminateOthers(node.dbname());
    }
    drop(database.get());
    return in.done();
  }

  private void check(Principal user, FactRow database) {
    DatabaseRow.checkOwner(user, database);
    if (database.bool("datistemplate")) {
      throw new ReportedError(SqlState.WRONG_OBJECT_TYPE, "cannot drop a template database");
    }
    if (memory.execution().session().database().equals(database.text("datname"))) {
      throw new ReportedError(SqlState.OBJECT_IN_USE, "cannot drop the currently open database");
    }
  }

  private void drop(FactRow database) {
    long oid = database.oid("oid");
    memory.changes().hold("the database " + database.text("datname"));
    List<CatalogUpdate> updates = new ArrayList<>();
    updates.add(new CatalogUpdate.Deleted(DatabaseRow.TABLE, database.text("oid")));
    new StoredSettings(memory.changes().facts().table(StoredSettings.TABLE))
        .rows().keySet().stream()
            .filter(target -> target.database() == oid)
            .forEach(
                target ->
                    updates.add(new CatalogUpdate.Deleted(StoredSettings.TABLE, target.row())));
    String comment = oid + "\t" + ObjectAddress.DATABASE;
    if (memory.changes().facts().table(SharedComment.TABLE).has(comment)) {
      updates.add(new CatalogUpdate.Deleted(SharedComment.TABLE, comment));
    }
    new DatabaseInUse(memory)
        .await(
            () -> memory.databaseSessions().changeUnlessUsed(oid, updates), database, "database");
  }
}
