package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.CatalogUpdate;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.AlterDatabaseStmt;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.Optional;
import java.util.Set;

/**
 * ALTER DATABASE with IS_TEMPLATE, ALLOW_CONNECTIONS and CONNECTION LIMIT ({@code dbcommands.c:
 * AlterDatabase}).
 */
record AlterDatabaseCommand(SessionMemory memory) {
  private static final String TEMPLATE = "is_template";
  private static final String ALLOW = "allow_connections";
  private static final String LIMIT = "connection_limit";
  private static final String TABLESPACE = "tablespace";
  private static final Set<String> KNOWN = Set.of(TEMPLATE, ALLOW, LIMIT, TABLESPACE);

  /** Whether all of its options are simulated, or are none. */
  static boolean knows(AlterDatabaseStmt node) {
    return node.options().stream().noneMatch(one -> one.name().equals(TABLESPACE));
  }

  Completion run(AlterDatabaseStmt node, UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    checkKnown(node);
    DefinitionOptions options = new DefinitionOptions(node.options());
    Optional<String> template = options.flag(TEMPLATE, "f");
    Optional<String> allow = options.flag(ALLOW, "t");
    Optional<Integer> limit = options.number(LIMIT, -1);
    limit
        .filter(number -> number < -1)
        .ifPresent(
            number -> {
              throw new ReportedError(
                  SqlState.INVALID_PARAMETER_VALUE, "invalid connection limit: " + number);
            });
    Principal user = new Principal(memory);
    FactRow database = DatabaseRow.find(user, node.dbname());
    DatabaseRow.checkOwner(user, database);
    if (allow.equals(Optional.of("f")) && isCurrent(node.dbname())) {
      throw new ReportedError(
          SqlState.INVALID_PARAMETER_VALUE, "cannot disallow connections for current database");
    }
    template.ifPresent(flag -> update(database, "datistemplate", flag));
    allow.ifPresent(flag -> update(database, "datallowconn", flag));
    limit.ifPresent(number -> update(database, "datconnlimit", number.toString()));
    return in.done();
  }

  /** Where an option is given twice before one that nobody knows, the former is told of. */
  private static void checkKnown(AlterDatabaseStmt node) {
    for (int i = 0; i < node.options().size(); i++) {
      DefElem option = node.options().get(i);
      if (!KNOWN.contains(option.name())) {
        new DefinitionOptions(node.options().subList(0, i));
        throw DefinitionOptions.at(option, "option \"" + option.name() + "\" not recognized");
      }
    }
  }

  private boolean isCurrent(String name) {
    return memory.execution().session().database().equals(name);
  }

  private void update(FactRow database, String column, String value) {
    memory
        .changes()
        .update(
            new CatalogUpdate.Changed(
                "pg_database", database.text("oid"), column, Optional.of(value)));
  }
}
