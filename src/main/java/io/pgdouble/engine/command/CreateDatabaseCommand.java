package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.CatalogUpdate;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.CreateDbStmt;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** CREATE DATABASE ({@code dbcommands.c: createdb}). */
record CreateDatabaseCommand(SessionMemory memory) {
  private static final String DEFAULT_TEMPLATE = "template1";

  Completion run(CreateDbStmt node, UtilityCommand.Invocation in) {
    memory.block().preventInBlock(in.source().tag());
    ReadOnly.prevent(memory, in.source().tag());
    Principal user = new Principal(memory);
    DatabaseOptions options = new DatabaseOptions(memory, node.options());
    DatabaseLocale locale = new DatabaseLocale(user.facts(), options);
    locale.encoding();
    locale.checkProvider();
    Map<String, String> columns = options.columns();
    String owner =
        options
            .text("owner")
            .map(name -> user.role(name).text("oid"))
            .orElse(Long.toString(user.oid()));
    DatabaseRow.requireCreateDb(user, "create database");
    DatabaseRow.checkMayBecome(user, user.role(user.name(Long.parseLong(owner))));
    FactRow template = template(user, options);
    checkStrategy(options);
    locale.check(template);
    options.refuseUnusual();
    checkTablespace(user, options);
    DatabaseRow.checkNew(user, node.dbname());
    memory.changes().hold("the database " + node.dbname());
    new DatabaseInUse(memory).awaitFree(template, "source database");
    insert(node.dbname(), owner, template, columns);
    return in.done();
  }

  private FactRow template(Principal user, DatabaseOptions options) {
    String name = options.text(DatabaseOptions.TEMPLATE).orElse(DEFAULT_TEMPLATE);
    FactRow template =
        DatabaseRow.ifThere(user, name)
            .orElseThrow(
                () ->
                    new ReportedError(
                        SqlState.UNDEFINED_DATABASE,
                        "template database \"" + name + "\" does not exist"));
    if (!template.bool("datistemplate") && !DatabaseRow.isOwner(user, template)) {
      throw RoleRights.denied("permission denied to copy database \"" + name + "\"").toException();
    }
    return template;
  }

  private static void checkStrategy(DatabaseOptions options) {
    options
        .text("strategy")
        .filter(word -> !word.equalsIgnoreCase("wal_log") && !word.equalsIgnoreCase("file_copy"))
        .ifPresent(
            word -> {
              throw ErrorReport.error(
                      SqlState.INVALID_PARAMETER_VALUE,
                      "invalid create database strategy \"" + word + "\"")
                  .withHint("Valid strategies are \"wal_log\" and \"file_copy\".")
                  .toException();
            });
  }

  private static void checkTablespace(Principal user, DatabaseOptions options) {
    Optional<String> name = options.text("tablespace");
    if (name.isEmpty()) {
      return;
    }
    boolean known =
        user.facts().table("pg_tablespace").rows().stream()
            .anyMatch(row -> row.text("spcname").equals(name.get()));
    if (!known) {
      throw new ReportedError(
          SqlState.UNDEFINED_OBJECT, "tablespace \"" + name.get() + "\" does not exist");
    }
    if (!user.isSuperuser()) {
      throw RoleRights.denied("permission denied for tablespace " + name.get()).toException();
    }
    if (name.get().equals("pg_global")) {
      throw new ReportedError(
          SqlState.INVALID_PARAMETER_VALUE, "pg_global cannot be used as default tablespace");
    }
  }

  /** What is not said is as in the template, but for privileges. */
  private void insert(String name, String owner, FactRow template, Map<String, String> columns) {
    String oid = Long.toString(memory.changes().newOid());
    Map<String, String> row = new HashMap<>();
    for (String column : memory.changes().facts().table(DatabaseRow.TABLE).columns()) {
      template.find(column).ifPresent(value -> row.put(column, value));
    }
    row.putAll(columns);
    row.put("oid", oid);
    row.put("datname", name);
    row.put("datdba", owner);
    row.remove("datacl");
    memory.changes().update(new CatalogUpdate.Inserted(DatabaseRow.TABLE, oid, row));
  }
}
