package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.CatalogUpdate;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.AlterRoleStmt;
import io.pgdouble.engine.tree.RoleSpec;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.settings.SettingsHost.Role;
import java.util.Optional;
import java.util.Set;

/** ALTER ROLE with LOGIN and CONNECTION LIMIT ({@code user.c: AlterRole}). */
record AlterRoleCommand(SessionMemory memory) {
  private static final String LOGIN = "canlogin";
  private static final String LIMIT = "connectionlimit";

  /** Whether all of its options are simulated. */
  static boolean knows(AlterRoleStmt node) {
    return node.options().stream().allMatch(one -> Set.of(LOGIN, LIMIT).contains(one.name()));
  }

  Completion run(AlterRoleStmt node, UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    checkNotReserved(node.role());
    DefinitionOptions options = options(node);
    Optional<Integer> limit = options.number(LIMIT, -1);
    limit.filter(number -> number < -1).ifPresent(AlterRoleCommand::invalidLimit);
    FactRow role = find(nameOf(node.role()));
    checkPermission(role);
    options.flag(LOGIN, "t").ifPresent(flag -> update(role, "rolcanlogin", flag));
    limit.ifPresent(number -> update(role, "rolconnlimit", number.toString()));
    return in.done();
  }

  static void invalidLimit(int limit) {
    throw new ReportedError(SqlState.INVALID_PARAMETER_VALUE, "invalid connection limit: " + limit);
  }

  private void update(FactRow role, String column, String value) {
    memory.changes().update(new CatalogUpdate("pg_roles", role.oid("oid"), column, value));
  }

  /** {@code acl.c: check_rolespec_name}. */
  private static void checkNotReserved(RoleSpec role) {
    role.rolename()
        .filter(name -> name.startsWith("pg_"))
        .ifPresent(
            name -> {
              throw ErrorReport.error(
                      SqlState.RESERVED_NAME, "role name \"" + name + "\" is reserved")
                  .withDetail("Cannot alter reserved roles.")
                  .toException();
            });
  }

  private String nameOf(RoleSpec role) {
    return switch (role.roletype()) {
      case CSTRING -> role.rolename().orElseThrow();
      case CURRENT_ROLE, CURRENT_USER -> memory.settings().identity().currentUser().name();
      case SESSION_USER -> memory.settings().identity().sessionUser().name();
      case PUBLIC -> "public";
    };
  }

  private FactRow find(String name) {
    return memory.changes().facts().table("pg_roles").rows().stream()
        .filter(row -> row.text("rolname").equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ReportedError(
                    SqlState.UNDEFINED_OBJECT, "role \"" + name + "\" does not exist"));
  }

  private boolean isSince(MajorChange change) {
    return change.isIn(memory.changes().facts().major());
  }

  private DefinitionOptions options(AlterRoleStmt node) {
    try {
      return new DefinitionOptions(node.options());
    } catch (ReportedError e) {
      throw isSince(MajorChange.ROLE_OPTIONS_HAVE_PLACES)
          ? e
          : e.report().without(ErrorField.POSITION).toException();
    }
  }

  /** Nobody but a superuser has CREATEROLE. */
  private void checkPermission(FactRow role) {
    Role user = memory.settings().identity().currentUser();
    if (user.superuser()) {
      return;
    }
    if (!isSince(MajorChange.ADMIN_OPTION_OF_ROLES)) {
      throw new ReportedError(
          SqlState.INSUFFICIENT_PRIVILEGE,
          role.bool("rolsuper")
              ? "must be superuser to alter superuser roles or change superuser attribute"
              : "permission denied");
    }
    String whoMay =
        role.bool("rolsuper")
            ? "Only roles with the SUPERUSER attribute may alter roles with the SUPERUSER"
                + " attribute."
            : "Only roles with the CREATEROLE attribute and the ADMIN option on role \""
                + role.text("rolname")
                + "\" may alter this role.";
    throw ErrorReport.error(SqlState.INSUFFICIENT_PRIVILEGE, "permission denied to alter role")
        .withDetail(whoMay)
        .toException();
  }
}
