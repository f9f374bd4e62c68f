package io.pgdouble.engine.command;

import io.pgdouble.engine.tree.DropBehavior;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What becomes of the memberships of one role when some are revoked: {@code user.c: plan_…}. */
final class MembershipRevocation {
  private final List<FactRow> rows;
  private final List<Action> actions = new ArrayList<>();

  /** {@code RevokeRoleGrantAction}. */
  enum Action {
    KEEP,
    REMOVE_ADMIN,
    REMOVE_INHERIT,
    REMOVE_SET,
    DELETE
  }

  record Planned(String row, Action action) {}

  MembershipRevocation(Facts facts, long role) {
    this.rows = rows(facts, role);
    rows.forEach(row -> actions.add(Action.KEEP));
  }

  static List<FactRow> rows(Facts facts, long role) {
    return facts.table(GrantedMembers.TABLE).rows().stream()
        .filter(row -> row.oid("roleid") == role)
        .toList();
  }

  List<Planned> planned() {
    List<Planned> planned = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      planned.add(new Planned(rows.get(i).text("oid"), actions.get(i)));
    }
    return planned;
  }

  /** {@code plan_member_revoke}: all that was granted to a member. */
  void planMember(long member) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).oid("member") == member) {
        revoke(i, Action.DELETE, DropBehavior.CASCADE);
      }
    }
  }

  /**
   * {@code plan_single_revoke}.
   *
   * @return false if there is no such membership
   */
  boolean plan(long member, long grantor, Map<String, Boolean> options, DropBehavior behavior) {
    for (int i = 0; i < rows.size(); i++) {
      FactRow row = rows.get(i);
      if (row.oid("member") == member && row.oid("grantor") == grantor) {
        plan(i, options, behavior);
        return true;
      }
    }
    return false;
  }

  private void plan(int at, Map<String, Boolean> options, DropBehavior behavior) {
    if (options.containsKey(MemberGrant.INHERIT)) {
      actions.set(at, rows.get(at).bool("inherit_option") ? Action.REMOVE_INHERIT : Action.KEEP);
    } else if (options.containsKey(MemberGrant.SET)) {
      actions.set(at, rows.get(at).bool("set_option") ? Action.REMOVE_SET : Action.KEEP);
    } else {
      boolean admin = options.containsKey(MemberGrant.ADMIN);
      revoke(at, admin ? Action.REMOVE_ADMIN : Action.DELETE, behavior);
    }
  }

  /** {@code plan_recursive_revoke}. */
  private void revoke(int at, Action action, DropBehavior behavior) {
    boolean done = actions.get(at) == Action.DELETE || actions.get(at) == action;
    boolean admin = rows.get(at).bool("admin_option");
    if (done || action == Action.REMOVE_ADMIN && !admin) {
      return;
    }
    actions.set(at, action);
    if (admin && !leavesAdmin(rows.get(at).oid("member"))) {
      revokeWhatWasGrantedBy(rows.get(at).oid("member"), behavior);
    }
  }

  private void revokeWhatWasGrantedBy(long grantor, DropBehavior behavior) {
    for (int i = 0; i < rows.size(); i++) {
      boolean depends = rows.get(i).oid("grantor") == grantor && actions.get(i) != Action.DELETE;
      if (depends && behavior == DropBehavior.RESTRICT) {
        throw ErrorReport.error(
                SqlState.DEPENDENT_OBJECTS_STILL_EXIST, "dependent privileges exist")
            .withHint("Use CASCADE to revoke them too.")
            .toException();
      }
      if (depends) {
        revoke(i, Action.DELETE, behavior);
      }
    }
  }

  /** Whether a member still has the ADMIN option from somebody. */
  boolean leavesAdmin(long member) {
    for (int i = 0; i < rows.size(); i++) {
      FactRow row = rows.get(i);
      if (actions.get(i) == Action.KEEP
          && row.oid("member") == member
          && row.bool("admin_option")) {
        return true;
      }
    }
    return false;
  }
}
