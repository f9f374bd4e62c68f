package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.Membership;
import io.pgdouble.engine.catalog.CatalogUpdate;
import io.pgdouble.engine.tree.DropBehavior;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.MajorChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Memberships since 16: each has its grantor and its options. */
record GrantedMembers(SessionMemory memory) implements RoleMembers {
  static final String TABLE = "pg_auth_members";
  private static final String OPTION = "_option";

  private Principal user() {
    return new Principal(memory);
  }

  @Override
  public void authorize(long role, Change change) {
    String name = user().name(role);
    if (change == Change.GRANT && role == Membership.DATABASE_OWNER) {
      throw owner(user(), "role \"" + name + "\" cannot have explicit members");
    }
    String verb = change == Change.GRANT ? "grant" : "revoke";
    Membership membership = user().membership();
    String only;
    if (membership.isSuperuser(role)) {
      only =
          membership.isSuperuser(user().oid())
              ? ""
              : "SUPERUSER attribute may " + verb + " roles with the SUPERUSER attribute.";
    } else {
      only =
          membership.isAdmin(user().oid(), role)
              ? ""
              : "ADMIN option on role \"" + name + "\" may " + verb + " this role.";
    }
    if (!only.isEmpty()) {
      throw denied("permission denied to " + verb + " role \"" + name + "\"")
          .withDetail("Only roles with the " + only)
          .toException();
    }
  }

  static ReportedError owner(Principal user, String message) {
    boolean code = user.isSince(MajorChange.DATABASE_OWNER_ERRORS_HAVE_A_CODE);
    return new ReportedError(
        code ? SqlState.FEATURE_NOT_SUPPORTED : SqlState.INTERNAL_ERROR, message);
  }

  private static ErrorReport denied(String message) {
    return ErrorReport.error(SqlState.INSUFFICIENT_PRIVILEGE, message);
  }

  /** {@code check_role_grantor}. */
  private long grantor(MemberGrant grant, Change change) {
    Membership membership = user().membership();
    if (grant.grantor().isEmpty()) {
      return membership.isSuperuser(grant.actor())
          ? Membership.BOOTSTRAP_SUPERUSER
          : membership.bestAdmin(grant.actor(), grant.role()).orElseThrow();
    }
    long grantor = grant.grantor().get();
    String name = user().name(grantor);
    String what =
        change == Change.GRANT
            ? "grant privileges as role \"" + name + "\""
            : "revoke privileges granted by role \"" + name + "\"";
    if (!membership.hasPrivilegesOf(grant.actor(), grantor)) {
      String end = change == Change.GRANT ? "as this role." : "granted by this role.";
      String verb = change == Change.GRANT ? "grant" : "revoke";
      throw denied("permission denied to " + what)
          .withDetail(
              "Only roles with privileges of role \"%s\" may %s privileges %s"
                  .formatted(name, verb, end))
          .toException();
    }
    boolean admin =
        grantor == Membership.BOOTSTRAP_SUPERUSER
            || membership.bestAdmin(grantor, grant.role()).equals(Optional.of(grantor));
    if (change == Change.GRANT && !admin) {
      throw denied("permission denied to " + what)
          .withDetail(
              "The grantor must have the ADMIN option on role \"%s\"."
                  .formatted(user().name(grant.role())))
          .toException();
    }
    return grantor;
  }

  @Override
  public void add(MemberGrant grant) {
    long grantor = grantor(grant, Change.GRANT);
    hold(grant.role());
    Principal user = user();
    for (long member : grant.members()) {
      checkMember(user, grant.role(), member);
    }
    if (grant.isAdmin() && grantor != Membership.BOOTSTRAP_SUPERUSER) {
      checkNoCircle(grant, grantor);
    }
    for (long member : grant.members()) {
      Optional<FactRow> row =
          MembershipRevocation.rows(user().facts(), grant.role()).stream()
              .filter(one -> one.oid("member") == member && one.oid("grantor") == grantor)
              .findFirst();
      if (row.isPresent()) {
        change(row.get(), grant);
      } else {
        insert(grant, member, grantor);
      }
    }
  }

  static void checkMember(Principal user, long role, long member) {
    if (member == Membership.DATABASE_OWNER) {
      throw owner(user, "role \"" + user.name(member) + "\" cannot be a member of any role");
    }
    if (user.membership().isMemberWithoutSuperuser(role, member)) {
      throw new ReportedError(
          SqlState.INVALID_GRANT_OPERATION,
          "role \"%s\" is a member of role \"%s\"".formatted(user.name(role), user.name(member)));
    }
  }

  private void hold(long role) {
    memory.changes().hold("the members of role " + user().name(role));
  }

  /** Nobody gives the ADMIN option back to those he has it from. */
  private void checkNoCircle(MemberGrant grant, long grantor) {
    MembershipRevocation revocation = new MembershipRevocation(user().facts(), grant.role());
    boolean bootstrap = grant.members().contains(Membership.BOOTSTRAP_SUPERUSER);
    if (!bootstrap) {
      grant.members().forEach(revocation::planMember);
    }
    if (bootstrap || !revocation.leavesAdmin(grantor)) {
      throw new ReportedError(
          SqlState.INVALID_GRANT_OPERATION,
          "ADMIN option cannot be granted back to your own grantor");
    }
  }

  private void change(FactRow row, MemberGrant grant) {
    Map<String, String> changes = new HashMap<>();
    grant
        .options()
        .forEach(
            (option, value) -> {
              if (row.bool(option + OPTION) != value) {
                changes.put(option + OPTION, letter(value));
              }
            });
    if (changes.isEmpty()) {
      memory.notice(
          ErrorReport.notice(
              SqlState.SUCCESSFUL_COMPLETION,
              "role \"%s\" has already been granted membership in role \"%s\" by role \"%s\""
                  .formatted(
                      user().name(row.oid("member")),
                      user().name(row.oid("roleid")),
                      user().name(row.oid("grantor")))));
    }
    changes.forEach((column, value) -> update(row.text("oid"), column, value));
  }

  private void update(String row, String column, String value) {
    memory.changes().update(new CatalogUpdate.Changed(TABLE, row, column, Optional.of(value)));
  }

  private void insert(MemberGrant grant, long member, long grantor) {
    FactRow role = user().facts().table(Principal.ROLES).byOid(member).orElseThrow();
    boolean inherit = grant.options().getOrDefault(MemberGrant.INHERIT, role.bool("rolinherit"));
    String oid = Long.toString(memory.changes().newOid());
    Map<String, String> row = new HashMap<>();
    row.put("oid", oid);
    row.put("roleid", Long.toString(grant.role()));
    row.put("member", Long.toString(member));
    row.put("grantor", Long.toString(grantor));
    row.put("admin_option", letter(grant.isAdmin()));
    row.put("inherit_option", letter(inherit));
    row.put("set_option", letter(grant.options().getOrDefault(MemberGrant.SET, true)));
    memory.changes().update(new CatalogUpdate.Inserted(TABLE, oid, row));
  }

  static String letter(Boolean value) {
    return value ? "t" : "f";
  }

  @Override
  public void remove(MemberGrant grant, DropBehavior behavior) {
    long grantor = grantor(grant, Change.REVOKE);
    hold(grant.role());
    MembershipRevocation revocation = new MembershipRevocation(user().facts(), grant.role());
    for (long member : grant.members()) {
      if (!revocation.plan(member, grantor, grant.options(), behavior)) {
        memory.notice(
            ErrorReport.warning(
                SqlState.WARNING,
                "role \"%s\" has not been granted membership in role \"%s\" by role \"%s\""
                    .formatted(
                        user().name(member), user().name(grant.role()), user().name(grantor))));
      }
    }
    List<MembershipRevocation.Planned> planned = revocation.planned();
    for (MembershipRevocation.Planned one : planned) {
      switch (one.action()) {
        case KEEP -> {}
        case DELETE -> memory.changes().update(new CatalogUpdate.Deleted(TABLE, one.row()));
        case REMOVE_ADMIN -> update(one.row(), "admin_option", "f");
        case REMOVE_INHERIT -> update(one.row(), "inherit_option", "f");
        case REMOVE_SET -> update(one.row(), "set_option", "f");
      }
    }
  }
}
