package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.Membership;
import io.pgdouble.engine.catalog.CatalogUpdate;
import io.pgdouble.engine.tree.DropBehavior;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Memberships before 16: one for a role and a member, whoever granted it. */
record PlainMembers(SessionMemory memory) implements RoleMembers {
  private static final String ADMIN_OPTION = "admin_option";

  /** Is checked with the change itself. */
  @Override
  public void authorize(long role, Change change) {}

  private Principal user() {
    return new Principal(memory);
  }

  private void checkPermission(long role, long actor) {
    Membership membership = user().membership();
    if (membership.isSuperuser(role)) {
      require(user().isSuperuser(), "must be superuser to alter superusers");
      return;
    }
    require(
        user().has("rolcreaterole") || membership.isAdmin(actor, role),
        "must have admin option on role \"" + user().name(role) + "\"");
  }

  private static void require(Boolean permitted, String message) {
    if (!permitted) {
      throw new ReportedError(SqlState.INSUFFICIENT_PRIVILEGE, message);
    }
  }

  @Override
  public void add(MemberGrant grant) {
    long grantor = grant.grantor().orElse(grant.actor());
    checkPermission(grant.role(), grantor);
    if (grant.role() == Membership.DATABASE_OWNER) {
      throw GrantedMembers.owner(
          user(), "role \"" + user().name(grant.role()) + "\" cannot have explicit members");
    }
    require(grantor == user().oid() || user().isSuperuser(), "must be superuser to set grantor");
    for (long member : grant.members()) {
      GrantedMembers.checkMember(user(), grant.role(), member);
      add(grant, member, grantor);
    }
  }

  private void add(MemberGrant grant, long member, long grantor) {
    String key = grant.role() + "\t" + member;
    Map<String, String> row = new HashMap<>();
    row.put("roleid", Long.toString(grant.role()));
    row.put("member", Long.toString(member));
    row.put("grantor", Long.toString(grantor));
    row.put(ADMIN_OPTION, GrantedMembers.letter(grant.isAdmin()));
    if (!has(key)) {
      memory.changes().update(new CatalogUpdate.Inserted(GrantedMembers.TABLE, key, row));
    } else if (grant.isAdmin() && !isAdmin(grant.role(), member)) {
      update(key, "grantor", row.get("grantor"));
      update(key, ADMIN_OPTION, "t");
    } else {
      memory.notice(
          ErrorReport.notice(
              SqlState.SUCCESSFUL_COMPLETION,
              "role \"%s\" is already a member of role \"%s\""
                  .formatted(user().name(member), user().name(grant.role()))));
    }
  }

  private boolean has(String key) {
    return user().facts().table(GrantedMembers.TABLE).has(key);
  }

  private boolean isAdmin(long role, long member) {
    return MembershipRevocation.rows(user().facts(), role).stream()
        .anyMatch(row -> row.oid("member") == member && row.bool(ADMIN_OPTION));
  }

  private void update(String key, String column, String value) {
    memory
        .changes()
        .update(new CatalogUpdate.Changed(GrantedMembers.TABLE, key, column, Optional.of(value)));
  }

  @Override
  public void remove(MemberGrant grant, DropBehavior behavior) {
    checkPermission(grant.role(), user().oid());
    for (long member : grant.members()) {
      String key = grant.role() + "\t" + member;
      if (!has(key)) {
        memory.notice(
            ErrorReport.warning(
                SqlState.WARNING,
                "role \"%s\" is not a member of role \"%s\""
                    .formatted(user().name(member), user().name(grant.role()))));
      } else if (grant.options().containsKey(MemberGrant.ADMIN)) {
        update(key, ADMIN_OPTION, "f");
      } else {
        memory.changes().update(new CatalogUpdate.Deleted(GrantedMembers.TABLE, key));
      }
    }
  }
}
