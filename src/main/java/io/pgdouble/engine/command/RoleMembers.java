package io.pgdouble.engine.command;

import io.pgdouble.engine.tree.DropBehavior;
import io.pgdouble.facts.MajorChange;

/** Who is a member of a role: {@code user.c: AddRoleMems, DelRoleMems}. */
interface RoleMembers {
  /** What is about to be done. */
  enum Change {
    GRANT,
    REVOKE
  }

  static RoleMembers of(SessionMemory memory) {
    return MajorChange.ADMIN_OPTION_OF_ROLES.isIn(memory.changes().facts().major())
        ? new GrantedMembers(memory)
        : new PlainMembers(memory);
  }

  /** {@code check_role_membership_authorization}. */
  void authorize(long role, Change change);

  void add(MemberGrant grant);

  void remove(MemberGrant grant, DropBehavior behavior);
}
