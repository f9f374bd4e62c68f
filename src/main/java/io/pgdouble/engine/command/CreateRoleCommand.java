package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.Membership;
import io.pgdouble.engine.catalog.CatalogUpdate;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.tree.CreateRoleStmt;
import io.pgdouble.engine.tree.RoleSpec;
import io.pgdouble.engine.tree.RoleStmtType;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.MajorChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** CREATE ROLE, USER and GROUP ({@code user.c: CreateRole}). */
record CreateRoleCommand(SessionMemory memory) {
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "rolsuper", "f",
          "rolinherit", "t",
          "rolcreaterole", "f",
          "rolcreatedb", "f",
          "rolcanlogin", "f",
          "rolreplication", "f",
          "rolconnlimit", "-1",
          "rolbypassrls", "f");

  Completion run(CreateRoleStmt node, UtilityCommand.Invocation in) {
    ReadOnly.prevent(memory, in.source().tag());
    RoleOptions options = RoleOptions.of(memory, node.options());
    Principal user = new Principal(memory);
    RoleRights.of(user).create(options);
    Principal.checkNewName(node.role());
    user.take(node.role());
    Map<String, String> row = new HashMap<>(DEFAULTS);
    if (node.stmtType() == RoleStmtType.USER) {
      row.put("rolcanlogin", "t");
    }
    row.putAll(options.columns());
    options.validUntil().ifPresent(time -> row.put("rolvaliduntil", time));
    row.put("rolname", node.role());
    options
        .password()
        .flatMap(password -> new ShadowPasswords(memory).stored(node.role(), password))
        .ifPresent(secret -> row.put("rolpassword", secret));
    long oid = memory.changes().newOid();
    row.put("oid", Long.toString(oid));
    memory.changes().update(new CatalogUpdate.Inserted(Principal.ROLES, Long.toString(oid), row));
    grant(oid, options);
    return in.done();
  }

  private void grant(long oid, RoleOptions options) {
    Principal user = new Principal(memory);
    RoleMembers members = RoleMembers.of(memory);
    for (RoleSpec spec : options.roles("addroleto")) {
      FactRow role = user.role(spec);
      members.authorize(role.oid("oid"), RoleMembers.Change.GRANT);
      members.add(
          new MemberGrant(user.oid(), role.oid("oid"), List.of(oid), Optional.empty(), Map.of()));
    }
    if (user.isSince(MajorChange.ADMIN_OPTION_OF_ROLES) && !user.isSuperuser()) {
      makeAdmin(user, oid);
    }
    Map<String, Boolean> admin = Map.of(MemberGrant.ADMIN, true);
    if (user.isSince(MajorChange.ADMIN_OPTION_OF_ROLES)) {
      add(user, oid, options.roles(RoleOptions.MEMBERS), Map.of());
      add(user, oid, options.roles("adminmembers"), admin);
    } else {
      add(user, oid, options.roles("adminmembers"), admin);
      add(user, oid, options.roles(RoleOptions.MEMBERS), Map.of());
    }
  }

  private void add(
      Principal user, long role, List<RoleSpec> members, Map<String, Boolean> options) {
    if (!members.isEmpty()) {
      RoleMembers.of(memory)
          .add(new MemberGrant(user.oid(), role, user.oids(members), Optional.empty(), options));
    }
  }

  /** Who is no superuser administers what he makes, by grace of the bootstrap superuser. */
  private void makeAdmin(Principal user, long role) {
    long grantor = Membership.BOOTSTRAP_SUPERUSER;
    Map<String, Boolean> options =
        Map.of(MemberGrant.ADMIN, true, MemberGrant.INHERIT, false, MemberGrant.SET, false);
    RoleMembers members = RoleMembers.of(memory);
    List<Long> self = List.of(user.oid());
    members.add(new MemberGrant(grantor, role, self, Optional.of(grantor), options));
    List<String> words =
        List.of(memory.settings().text("createrole_self_grant").toLowerCase().split("[ ,]+"));
    boolean inherit = words.contains(MemberGrant.INHERIT);
    boolean set = words.contains(MemberGrant.SET);
    if (inherit || set) {
      Map<String, Boolean> granted =
          Map.of(MemberGrant.ADMIN, false, MemberGrant.INHERIT, inherit, MemberGrant.SET, set);
      members.add(new MemberGrant(user.oid(), role, self, Optional.of(user.oid()), granted));
    }
  }
}
