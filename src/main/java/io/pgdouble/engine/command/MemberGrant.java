package io.pgdouble.engine.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Members of a role, to be added or taken away.
 *
 * @param actor who does it
 * @param grantor in whose name; empty where nobody is named
 * @param options those that are specified: {@code user.c: GrantRoleOptions}
 */
record MemberGrant(
    long actor,
    long role,
    List<Long> members,
    Optional<Long> grantor,
    Map<String, Boolean> options) {
  static final String ADMIN = "admin";
  static final String INHERIT = "inherit";
  static final String SET = "set";

  boolean isAdmin() {
    return options.getOrDefault(ADMIN, false);
  }
}
