package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.Membership;
import io.pgdouble.engine.catalog.CatalogUpdate;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.AlterRoleStmt;
import io.pgdouble.engine.tree.DropBehavior;
import io.pgdouble.error.ErrorField;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.MajorChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** ALTER ROLE, USER and GROUP ({@code user.c: AlterRole}). */
record AlterRoleCommand(SessionMemory memory) {

  Completion run(AlterRoleStmt node, UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    Principal.checkNotReserved(node.role());
    Principal user = new Principal(memory);
    RoleOptions options = options(node, user);
    FactRow role = user.role(node.role());
    RoleRights.of(user).alter(role, options);
    Optional<String> validUntil = options.validUntil();
    if (!options.is(RoleOptions.SUPERUSER) && options.has(RoleOptions.SUPERUSER)) {
      checkNoSuperuser(user, role);
    }
    options.columns().forEach((column, value) -> update(role, column, Optional.of(value)));
    validUntil.ifPresent(time -> update(role, "rolvaliduntil", validUntil));
    if (options.has(RoleOptions.PASSWORD)) {
      Optional<String> stored =
          options
              .password()
              .flatMap(
                  password -> new ShadowPasswords(memory).stored(role.text("rolname"), password));
      update(role, "rolpassword", stored);
    }
    if (options.has(RoleOptions.MEMBERS)) {
      changeMembers(user, role, node, options);
    }
    return in.done();
  }

  private RoleOptions options(AlterRoleStmt node, Principal user) {
    try {
      return RoleOptions.of(memory, node.options());
    } catch (ReportedError e) {
      throw user.isSince(MajorChange.ROLE_OPTIONS_HAVE_PLACES)
          ? e
          : e.report().without(ErrorField.POSITION).toException();
    }
  }

  private static void checkNoSuperuser(Principal user, FactRow role) {
    if (role.oid("oid") != Membership.BOOTSTRAP_SUPERUSER) {
      return;
    }
    if (!user.isSince(MajorChange.ADMIN_OPTION_OF_ROLES)) {
      throw ErrorReport.notSimulated("a bootstrap superuser that is no superuser").toException();
    }
    throw ErrorReport.error(SqlState.FEATURE_NOT_SUPPORTED, "permission denied to alter role")
        .withDetail("The bootstrap user must have the SUPERUSER attribute.")
        .toException();
  }

  private void changeMembers(
      Principal user, FactRow role, AlterRoleStmt node, RoleOptions options) {
    List<Long> named = user.oids(options.roles(RoleOptions.MEMBERS));
    MemberGrant members =
        new MemberGrant(user.oid(), role.oid("oid"), named, Optional.empty(), Map.of());
    if (node.add()) {
      RoleMembers.of(memory).add(members);
    } else {
      RoleMembers.of(memory).remove(members, DropBehavior.RESTRICT);
    }
  }

  private void update(FactRow role, String column, Optional<String> value) {
    memory
        .changes()
        .update(new CatalogUpdate.Changed(Principal.ROLES, role.text("oid"), column, value));
  }
}
