package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.CatalogUpdate;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.AlterOwnerStmt;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.facts.FactRow;
import java.util.Optional;

/** ALTER DATABASE OWNER TO ({@code dbcommands.c: AlterDatabaseOwner}). */
record OwnDatabaseCommand(SessionMemory memory) {

  Completion run(AlterOwnerStmt node, UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    Principal user = new Principal(memory);
    FactRow owner = user.role(node.newowner());
    FactRow database = DatabaseRow.find(user, ((StringValue) node.object().orElseThrow()).value());
    if (database.oid("datdba") != owner.oid("oid")) {
      DatabaseRow.checkOwner(user, database);
      DatabaseRow.checkMayBecome(user, owner);
      DatabaseRow.requireCreateDb(user, "change owner of database");
      own(database, owner.text("oid"));
    }
    return in.done();
  }

  private void own(FactRow database, String owner) {
    if (database.find("datacl").isPresent()) {
      throw ErrorReport.notSimulated("another owner of a database with privileges").toException();
    }
    memory
        .changes()
        .update(
            new CatalogUpdate.Changed(
                DatabaseRow.TABLE, database.text("oid"), "datdba", Optional.of(owner)));
  }
}
