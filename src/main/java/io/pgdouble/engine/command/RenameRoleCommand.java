package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.Membership;
import io.pgdouble.engine.catalog.CatalogUpdate;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.RenameStmt;
import io.pgdouble.engine.tree.StringValue;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.password.Md5Secret;
import java.util.Optional;

/** ALTER ROLE RENAME ({@code user.c: RenameRole}). */
record RenameRoleCommand(SessionMemory memory) {

  Completion run(RenameStmt node, UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    Principal user = new Principal(memory);
    FactRow role = user.role(((StringValue) node.object().orElseThrow()).value());
    long oid = role.oid("oid");
    if (oid == user.sessionUser() || oid == user.oid()) {
      String who = oid == user.sessionUser() ? "session" : "current";
      throw new ReportedError(SqlState.FEATURE_NOT_SUPPORTED, who + " user cannot be renamed");
    }
    Principal.checkNewName(role.text("rolname"));
    Principal.checkNewName(node.newname());
    user.take(node.newname());
    RoleRights.of(user).rename(role);
    if (oid == Membership.BOOTSTRAP_SUPERUSER) {
      throw ErrorReport.notSimulated("another name for the bootstrap superuser").toException();
    }
    if (role.find("rolpassword").filter(Md5Secret::is).isPresent()) {
      update(role, "rolpassword", Optional.empty());
      memory.notice(
          ErrorReport.notice(
              SqlState.SUCCESSFUL_COMPLETION, "MD5 password cleared because of role rename"));
    }
    update(role, "rolname", Optional.of(node.newname()));
    return in.done();
  }

  private void update(FactRow role, String column, Optional<String> value) {
    memory
        .changes()
        .update(new CatalogUpdate.Changed(Principal.ROLES, role.text("oid"), column, value));
  }
}
