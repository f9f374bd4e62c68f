package io.pgdouble.engine.command;

import io.pgdouble.engine.authorization.AccessMode;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/**
 * Only what may be passed on is granted or revoked ({@code aclchk.c: restrict_and_check_grant}).
 *
 * @param object what warnings call the object
 */
record GrantLimits(SessionMemory memory, GrantRequest request, String object) {

  /**
   * Who may pass nothing on must at least have something.
   *
   * @param word what the object is
   * @throws ReportedError 42501 where he has not
   */
  void requireSome(int had, String word) {
    if (had == AccessMode.NONE) {
      throw new ReportedError(
          SqlState.INSUFFICIENT_PRIVILEGE, "permission denied for " + word + " " + object);
    }
  }

  /** What is left of some privileges; warns where it is not all of those that were named. */
  int restrict(int asked, int options) {
    return restrict(asked, options, request.isAll() ? asked : AccessMode.NONE, quoted(object));
  }

  /** The same of a column. */
  void requireSomeOfColumn(int had, String column) {
    if (had == AccessMode.NONE) {
      throw new ReportedError(
          SqlState.INSUFFICIENT_PRIVILEGE,
          "permission denied for column " + quoted(column) + " of relation " + quoted(object));
    }
  }

  /** The same of a column. */
  int restrictOfColumn(int asked, int options, String column) {
    String what = "column " + quoted(column) + " of relation " + quoted(object);
    return restrict(asked, options, AccessMode.OF_COLUMNS, what);
  }

  private static String quoted(String name) {
    return "\"" + name + "\"";
  }

  /**
   * The same.
   *
   * @param all what was asked for where nothing was named
   */
  private int restrict(int asked, int options, int all, String what) {
    int left = asked & options;
    if (left == AccessMode.NONE) {
      warn("no privileges ", what);
    } else if (asked != all && left != asked) {
      warn("not all privileges ", what);
    }
    return left;
  }

  private void warn(String how, String what) {
    boolean grant = request.node().grant();
    memory.notice(
        ErrorReport.warning(
            grant ? SqlState.WARNING_PRIVILEGE_NOT_GRANTED : SqlState.WARNING_PRIVILEGE_NOT_REVOKED,
            how + (grant ? "were granted for " : "could be revoked for ") + what));
  }
}
