package io.pgdouble.engine.command;

import io.pgdouble.engine.catalog.CatalogUpdate;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.DropRoleStmt;
import io.pgdouble.engine.tree.RoleSpec;
import io.pgdouble.engine.tree.RoleSpecType;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.MajorChange;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** DROP ROLE, USER and GROUP ({@code user.c: DropRole}). */
record DropRoleCommand(SessionMemory memory) {
  /** {@code transam.h: FirstUnpinnedObjectId}. */
  private static final long FIRST_UNPINNED = 12_000;

  Completion run(DropRoleStmt node, UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    Principal user = new Principal(memory);
    RoleRights rights = RoleRights.of(user);
    rights.drop();
    Set<Long> roles = new LinkedHashSet<>();
    for (RoleSpec spec : node.roles()) {
      find(spec, node).ifPresent(role -> prepare(role, rights, roles));
      if (!user.isSince(MajorChange.ADMIN_OPTION_OF_ROLES)) {
        roles.forEach(this::drop);
        roles.clear();
      }
    }
    roles.forEach(this::drop);
    return in.done();
  }

  private Optional<FactRow> find(RoleSpec spec, DropRoleStmt node) {
    if (spec.roletype() != RoleSpecType.CSTRING) {
      throw new ReportedError(
          SqlState.INVALID_PARAMETER_VALUE, "cannot use special role specifier in DROP ROLE");
    }
    Principal user = new Principal(memory);
    String name = spec.rolename().orElseThrow();
    if (!node.missingOk()) {
      return Optional.of(user.role(name));
    }
    Optional<FactRow> found = user.find(name);
    if (found.isEmpty()) {
      memory.notice(
          ErrorReport.notice(
              SqlState.SUCCESSFUL_COMPLETION, "role \"" + name + "\" does not exist, skipping"));
    }
    return found;
  }

  private void prepare(FactRow role, RoleRights rights, Set<Long> roles) {
    Principal user = new Principal(memory);
    long oid = role.oid("oid");
    if (oid == user.oid() || oid == user.sessionUser()) {
      String who = oid == user.oid() ? "current" : "session";
      throw new ReportedError(SqlState.OBJECT_IN_USE, who + " user cannot be dropped");
    }
    rights.drop(role);
    memory.changes().hold("the members of role " + role.text("rolname"));
    boolean ownRows = user.isSince(MajorChange.ADMIN_OPTION_OF_ROLES);
    for (FactRow row : user.facts().table(GrantedMembers.TABLE).rows()) {
      if (row.oid("roleid") == oid || row.oid("member") == oid) {
        String key = ownRows ? row.text("oid") : row.text("roleid") + "\t" + row.text("member");
        memory.changes().update(new CatalogUpdate.Deleted(GrantedMembers.TABLE, key));
      }
    }
    roles.add(oid);
  }

  private void drop(long role) {
    Principal user = new Principal(memory);
    String name = user.name(role);
    if (role < FIRST_UNPINNED) {
      throw new ReportedError(
          SqlState.DEPENDENT_OBJECTS_STILL_EXIST,
          "cannot drop role " + name + " because it is required by the database system");
    }
    List<String> dependents = new RoleDependents(memory, role).described();
    if (!dependents.isEmpty()) {
      throw ErrorReport.error(
              SqlState.DEPENDENT_OBJECTS_STILL_EXIST,
              "role \"" + name + "\" cannot be dropped because some objects depend on it")
          .withDetail(String.join("\n", dependents))
          .toException();
    }
    memory.changes().update(new CatalogUpdate.Deleted(Principal.ROLES, Long.toString(role)));
    StoredSettingCommands.dropRole(memory, role);
    SharedComment.forget(memory, new ObjectAddress(ObjectAddress.ROLE, role, 0));
  }
}
