package io.pgdouble.engine.command;

import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.AlterDatabaseSetStmt;
import io.pgdouble.engine.tree.AlterRoleSetStmt;
import io.pgdouble.engine.tree.RoleSpec;
import io.pgdouble.engine.tree.VariableSetStmt;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.settings.SessionSettings;
import io.pgdouble.settings.StoredSettings;
import io.pgdouble.settings.StoredSettings.Target;
import java.util.Optional;

/**
 * ALTER ROLE SET and ALTER DATABASE SET ({@code user.c: AlterRoleSet}, {@code pg_db_role_setting.c:
 * AlterSetting}). They cannot be undone here, so that they are refused within transaction blocks.
 */
record StoredSettingCommands(SessionMemory memory, SetCommands sets) {

  Completion alterRole(AlterRoleSetStmt node, UtilityCommand.Invocation in) {
    requireSimulated("ALTER ROLE SET");
    long role = node.role().isPresent() ? role(node.role().get()) : 0;
    long database = node.database().isPresent() ? database(node.database().get()) : 0;
    alter(new Target(database, role), node.setstmt());
    return in.done();
  }

  Completion alterDatabase(AlterDatabaseSetStmt node, UtilityCommand.Invocation in) {
    requireSimulated("ALTER DATABASE SET");
    alter(new Target(database(node.dbname()), 0), node.setstmt());
    return in.done();
  }

  private void requireSimulated(String statement) {
    if (memory.block().isBlock() || memory.block().isSubTransaction()) {
      throw ErrorReport.notSimulated(statement + " within a transaction block").toException();
    }
    if (!new Principal(memory).isSuperuser()) {
      throw ErrorReport.notSimulated(statement + " by others than superusers").toException();
    }
  }

  private long role(RoleSpec spec) {
    SessionSettings settings = memory.settings();
    return switch (spec.roletype()) {
      case CSTRING -> namedRole(spec.rolename().orElseThrow());
      case CURRENT_ROLE, CURRENT_USER -> settings.identity().currentUser().oid();
      case SESSION_USER -> settings.identity().sessionUser().oid();
      case PUBLIC ->
          throw new ReportedError(SqlState.UNDEFINED_OBJECT, "role \"public\" does not exist");
    };
  }

  private long namedRole(String name) {
    if (name.startsWith("pg_")) {
      throw ErrorReport.error(SqlState.RESERVED_NAME, "role name \"" + name + "\" is reserved")
          .withDetail("Cannot alter reserved roles.")
          .toException();
    }
    return memory
        .roleOid(name)
        .orElseThrow(
            () ->
                new ReportedError(
                    SqlState.UNDEFINED_OBJECT, "role \"" + name + "\" does not exist"));
  }

  private long database(String name) {
    return memory
        .databaseOid(name)
        .orElseThrow(
            () ->
                new ReportedError(
                    SqlState.UNDEFINED_DATABASE, "database \"" + name + "\" does not exist"));
  }

  private void alter(Target target, VariableSetStmt set) {
    StoredSettings stored = memory.storedSettings();
    SessionSettings settings = memory.settings();
    switch (set.kind()) {
      case SET_VALUE ->
          store(target, set.name(), settings.flatten(set.name(), sets.arguments(set.args())));
      case SET_CURRENT -> store(target, set.name(), settings.show(set.name()));
      case SET_DEFAULT, RESET -> {
        // Where nothing is stored, nobody looks at the name.
        if (stored.has(target)) {
          stored.reset(target, StoredSettings.check(settings, set.name(), Optional.empty()));
        }
      }
      case RESET_ALL -> stored.resetAll(target);
      case SET_MULTI ->
          throw ErrorReport.notSimulated("SET " + set.name() + " for sessions to come")
              .toException();
    }
  }

  private void store(Target target, String name, String value) {
    String spelt = StoredSettings.check(memory.settings(), name, Optional.of(value));
    memory.storedSettings().set(target, spelt, value);
  }
}
