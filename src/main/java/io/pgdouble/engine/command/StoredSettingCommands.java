package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.CatalogUpdate;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.AlterDatabaseSetStmt;
import io.pgdouble.engine.tree.AlterRoleSetStmt;
import io.pgdouble.engine.tree.RoleSpec;
import io.pgdouble.engine.tree.VariableSetStmt;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.FactTable;
import io.pgdouble.settings.SessionSettings;
import io.pgdouble.settings.StoredSettings;
import io.pgdouble.settings.StoredSettings.Target;
import java.util.Map;
import java.util.Optional;

/**
 * ALTER ROLE SET and ALTER DATABASE SET ({@code user.c: AlterRoleSet}, {@code pg_db_role_setting.c:
 * AlterSetting}).
 */
record StoredSettingCommands(SessionMemory memory, SetCommands sets) {

  Completion alterRole(AlterRoleSetStmt node, UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    Principal user = new Principal(memory);
    long role = node.role().map(spec -> role(user, spec)).orElse(0L);
    long database = node.database().map(name -> DatabaseRow.find(user, name).oid("oid")).orElse(0L);
    if (node.role().isEmpty()) {
      node.database()
          .ifPresentOrElse(
              name -> DatabaseRow.checkOwner(user, DatabaseRow.find(user, name)),
              () -> checkSuperuser(user));
    }
    alter(new Target(database, role), node.setstmt());
    return in.done();
  }

  Completion alterDatabase(AlterDatabaseSetStmt node, UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    Principal user = new Principal(memory);
    FactRow database = DatabaseRow.find(user, node.dbname());
    DatabaseRow.checkOwner(user, database);
    alter(new Target(database.oid("oid"), 0), node.setstmt());
    return in.done();
  }

  private static long role(Principal user, RoleSpec spec) {
    Principal.checkNotReserved(spec);
    FactRow role = user.role(spec);
    RoleRights.of(user).set(role);
    return role.oid("oid");
  }

  private static void checkSuperuser(Principal user) {
    if (!user.isSuperuser()) {
      throw RoleRights.denied("permission denied to alter setting")
          .withDetail("Only roles with the SUPERUSER attribute may alter settings globally.")
          .toException();
    }
  }

  private void alter(Target target, VariableSetStmt set) {
    SessionSettings settings = memory.settings();
    switch (set.kind()) {
      case SET_VALUE ->
          store(target, set.name(), settings.flatten(set.name(), sets.arguments(set.args())));
      case SET_CURRENT -> store(target, set.name(), settings.show(set.name()));
      case SET_DEFAULT, RESET -> {
        Map<String, String> stored = stored().of(target);
        // Where nothing is stored, nobody looks at the name.
        if (!stored.isEmpty()) {
          stored.remove(StoredSettings.check(settings, set.name(), Optional.empty()));
          write(target, stored);
        }
      }
      case RESET_ALL -> {
        Map<String, String> stored = stored().of(target);
        stored.keySet().removeIf(this::mayReset);
        write(target, stored);
      }
      case SET_MULTI ->
          throw ErrorReport.notSimulated("SET " + set.name() + " for sessions to come")
              .toException();
    }
  }

  /** {@code guc.c: GUCArrayReset}: what he may not reset, stays. */
  private boolean mayReset(String name) {
    try {
      StoredSettings.check(memory.settings(), name, Optional.empty());
      return true;
    } catch (ReportedError e) {
      return false;
    }
  }

  private StoredSettings stored() {
    return new StoredSettings(table());
  }

  private FactTable table() {
    return memory.changes().facts().table(StoredSettings.TABLE);
  }

  private void store(Target target, String name, String value) {
    Map<String, String> stored = stored().of(target);
    stored.put(StoredSettings.check(memory.settings(), name, Optional.of(value)), value);
    write(target, stored);
  }

  private void write(Target target, Map<String, String> settings) {
    drop(memory, target);
    if (!settings.isEmpty()) {
      memory
          .changes()
          .update(
              new CatalogUpdate.Inserted(
                  StoredSettings.TABLE, target.row(), target.values(settings)));
    }
  }

  private static void drop(SessionMemory memory, Target target) {
    if (memory.changes().facts().table(StoredSettings.TABLE).has(target.row())) {
      memory.changes().update(new CatalogUpdate.Deleted(StoredSettings.TABLE, target.row()));
    }
  }

  /** {@code DropSetting} of a role, in every database. */
  static void dropRole(SessionMemory memory, long role) {
    new StoredSettings(memory.changes().facts().table(StoredSettings.TABLE))
        .rows().keySet().stream()
            .filter(target -> target.role() == role)
            .forEach(target -> drop(memory, target));
  }
}
