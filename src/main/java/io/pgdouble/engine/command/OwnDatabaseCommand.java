package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.Securable;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.AlterOwnerStmt;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.facts.FactRow;

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
      new OwnerChange(memory, owner.oid("oid")).change(Securable.DATABASE, database.oid("oid"));
    }
    return in.done();
  }
}
