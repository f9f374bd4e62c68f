package io.pgdouble.reference;

import java.util.List;

/** What a primary does that a session of its standby may stand in the way of. */
public enum StandbyConflict {
  /** Locks {@code pg_description}. */
  LOCK("BEGIN; LOCK TABLE pg_description IN ACCESS EXCLUSIVE MODE; COMMIT"),
  /** Removes rows that were there when it began. */
  SNAPSHOT(
      "CREATE TABLE IF NOT EXISTS removed (a integer)",
      "INSERT INTO removed SELECT generate_series(1, 100)",
      "DELETE FROM removed",
      "VACUUM (TRUNCATE off) removed"),
  /** Drops {@code template1}. */
  DATABASE("ALTER DATABASE template1 IS_TEMPLATE false", "DROP DATABASE template1"),
  /** Cleans up the one page of {@code pg_am}, of a row that never was. */
  BUFFER_PIN(CleanUp.STATEMENTS),
  /** The same, while the session waits for a lock, and the standby for the session. */
  STARTUP_DEADLOCK(CleanUp.STATEMENTS),
  /** Drops a tablespace that is not empty on the standby. */
  TABLESPACE("DROP TABLESPACE occupied");

  private static final class CleanUp {
    static final String[] STATEMENTS = {
      "BEGIN; CREATE ACCESS METHOD never TYPE INDEX HANDLER bthandler; ROLLBACK",
      "VACUUM (TRUNCATE off, FREEZE off) pg_am"
    };
  }

  private final List<String> statements;

  StandbyConflict(String... statements) {
    this.statements = List.of(statements);
  }

  /** What it says to that end, one after the other. */
  List<String> statements() {
    return statements;
  }
}
