package io.pgdouble.engine.command;

import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.AccessPriv;
import io.pgdouble.engine.tree.BooleanValue;
import io.pgdouble.engine.tree.DefElem;
import io.pgdouble.engine.tree.GrantRoleStmt;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** GRANT and REVOKE of roles ({@code user.c: GrantRole}). */
record GrantRoleCommand(SessionMemory memory) {
  private static final Set<String> OPTIONS =
      Set.of(MemberGrant.ADMIN, MemberGrant.INHERIT, MemberGrant.SET);

  Completion run(GrantRoleStmt node, UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    Principal user = new Principal(memory);
    Map<String, Boolean> options = options(node.opt());
    Optional<Long> grantor = node.grantor().map(spec -> user.role(spec).oid("oid"));
    List<Long> grantees = user.oids(node.granteeRoles());
    RoleMembers members = RoleMembers.of(memory);
    for (AccessPriv granted : node.grantedRoles()) {
      long role = role(granted, user);
      MemberGrant grant = new MemberGrant(user.oid(), role, grantees, grantor, options);
      if (node.grant()) {
        members.authorize(role, RoleMembers.Change.GRANT);
        members.add(grant);
      } else {
        members.authorize(role, RoleMembers.Change.REVOKE);
        members.remove(grant, node.behavior());
      }
    }
    return in.done();
  }

  private static Map<String, Boolean> options(List<DefElem> given) {
    Map<String, Boolean> options = new LinkedHashMap<>();
    for (DefElem option : given) {
      if (!OPTIONS.contains(option.name())) {
        throw DefinitionOptions.at(option, "unrecognized role option \"" + option.name() + "\"");
      }
      options.put(option.name(), ((BooleanValue) option.arg().orElseThrow()).value());
    }
    return options;
  }

  private static long role(AccessPriv granted, Principal user) {
    if (granted.privName().isEmpty() || !granted.cols().isEmpty()) {
      throw new ReportedError(
          SqlState.INVALID_GRANT_OPERATION, "column names cannot be included in GRANT/REVOKE ROLE");
    }
    return user.role(granted.privName().get()).oid("oid");
  }
}
