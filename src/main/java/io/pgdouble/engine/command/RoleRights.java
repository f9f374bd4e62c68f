package io.pgdouble.engine.command;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.MajorChange;

/** What a role may do with others: the permission checks of {@code user.c}. */
interface RoleRights {
  static RoleRights of(Principal user) {
    return user.isSince(MajorChange.ADMIN_OPTION_OF_ROLES)
        ? new AdminOptionRights(user)
        : new CreateRoleRights(user);
  }

  /** Making one. */
  void create(RoleOptions options);

  void alter(FactRow role, RoleOptions options);

  /** Storing settings for its sessions. */
  void set(FactRow role);

  /** Dropping any. */
  void drop();

  void drop(FactRow role);

  void rename(FactRow role);

  /** 42501. */
  static ErrorReport denied(String message) {
    return ErrorReport.error(SqlState.INSUFFICIENT_PRIVILEGE, message);
  }
}
