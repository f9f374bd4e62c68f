package io.pgdouble.engine;

/**
 * Why replay on a standby cannot go on beside a session. {@code procsignal.h}, {@code postgres.c:
 * errdetail_recovery_conflict}; manual: {@code hot-standby § Handling Query Conflicts}.
 */
public enum RecoveryConflict {
  /** The primary drops the session's database. */
  DATABASE("User was connected to a database that must be dropped."),
  /** The primary has locked what the session has locked. */
  LOCK("User was holding a relation lock for too long."),
  /** The primary removes row versions the session may still see. */
  SNAPSHOT("User query might have needed to see row versions that must be removed."),
  /** The primary drops a tablespace in which sessions have files. */
  TABLESPACE("User was or might have been using tablespace that must be dropped."),
  /** The primary has cleaned up a page at which the session stands. */
  BUFFER_PIN("User was holding shared buffer pin for too long."),
  /** The same, and the session waits for a lock that the primary holds. */
  STARTUP_DEADLOCK("User transaction caused buffer deadlock with recovery.");

  private final String detail;

  RecoveryConflict(String detail) {
    this.detail = detail;
  }

  String detail() {
    return detail;
  }
}
