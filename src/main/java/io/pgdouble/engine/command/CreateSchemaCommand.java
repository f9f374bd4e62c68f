package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.Securable;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.CreateSchemaStmt;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.SchemaNames;
import java.util.HashMap;
import java.util.Map;

/** CREATE SCHEMA ({@code schemacmds.c: CreateSchemaCommand}). */
record CreateSchemaCommand(SessionMemory memory) {

  Completion run(CreateSchemaStmt node, UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    if (!node.schemaElts().isEmpty()) {
      throw ErrorReport.notSimulated("CREATE SCHEMA with objects").toException();
    }
    Principal user = new Principal(memory);
    long owner = node.authrole().map(user::role).map(row -> row.oid("oid")).orElse(user.oid());
    String name = node.schemaname().orElseGet(() -> user.name(owner));
    checkMayCreate(user, owner);
    if (name.startsWith("pg_")) {
      throw ErrorReport.error(SqlState.RESERVED_NAME, "unacceptable schema name \"" + name + "\"")
          .withDetail("The prefix \"pg_\" is reserved for system schemas.")
          .toException();
    }
    CatalogRows rows = new CatalogRows(memory.changes());
    if (new SchemaNames(rows.facts()).oid(name).isPresent()) {
      if (!node.ifNotExists()) {
        throw new ReportedError(
            SqlState.DUPLICATE_SCHEMA, "schema \"" + name + "\" already exists");
      }
      memory.notice(
          ErrorReport.notice(
              SqlState.DUPLICATE_SCHEMA, "schema \"" + name + "\" already exists, skipping"));
      return in.done();
    }
    memory.changes().hold("the schema " + name);
    Map<String, String> row = new HashMap<>();
    row.put("nspname", name);
    row.put("nspowner", Long.toString(owner));
    DefaultAccess.addTo(row, rows.facts(), new DefaultAccess.Place(owner, 0, Securable.SCHEMA));
    rows.insert("pg_namespace", rows.newOid(), row);
    return in.done();
  }

  private void checkMayCreate(Principal user, long owner) {
    String database = memory.execution().session().database();
    FactRow row = DatabaseRow.find(user, database);
    if (!new ObjectRights(memory).mayCreateIn(row)) {
      throw new ReportedError(
          SqlState.INSUFFICIENT_PRIVILEGE, "permission denied for database " + database);
    }
    DatabaseRow.checkMayBecome(user, user.role(user.name(owner)));
  }
}
