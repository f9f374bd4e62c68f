package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.CatalogUpdate;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.RenameStmt;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.Optional;

/** ALTER DATABASE RENAME ({@code dbcommands.c: RenameDatabase}); follows its transaction. */
record RenameDatabaseCommand(SessionMemory memory) {

  Completion run(RenameStmt node, UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    Principal user = new Principal(memory);
    FactRow database = DatabaseRow.find(user, ((StringValue) node.object().orElseThrow()).value());
    DatabaseRow.checkOwner(user, database);
    DatabaseRow.requireCreateDb(user, "rename database");
    DatabaseRow.checkNew(user, node.newname());
    if (memory.execution().session().database().equals(database.text("datname"))) {
      throw new ReportedError(SqlState.FEATURE_NOT_SUPPORTED, "current database cannot be renamed");
    }
    memory.changes().hold("the database " + node.newname());
    new DatabaseInUse(memory).awaitFree(database, "database");
    memory
        .changes()
        .update(
            new CatalogUpdate.Changed(
                DatabaseRow.TABLE, database.text("oid"), "datname", Optional.of(node.newname())));
    return in.done();
  }
}
