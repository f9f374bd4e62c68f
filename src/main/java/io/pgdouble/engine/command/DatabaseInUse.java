package io.pgdouble.engine.command;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.FactRow;
import java.util.function.BooleanSupplier;

/**
 * Waits until nobody else works in a database, and keeps out who comes meanwhile: {@code
 * procarray.c: CountOtherDBBackends}.
 */
record DatabaseInUse(SessionMemory memory) {
  private static final int TRIES = 50;
  private static final long PAUSE_MICROS = 100_000;

  /** Until it has no other session, for five seconds. */
  void awaitFree(FactRow database, String asWhat) {
    long oid = database.oid("oid");
    await(() -> isFree(oid), database, asWhat);
  }

  private boolean isFree(long database) {
    DatabaseSessions sessions = memory.databaseSessions();
    return sessions.others(database) == 0 && sessions.prepared(database) == 0;
  }

  /**
   * Tries again, for five seconds.
   *
   * @param asWhat what the message calls the database
   */
  void await(BooleanSupplier attempt, FactRow database, String asWhat) {
    memory
        .databaseSessions()
        .keepOut(database.oid("oid"), () -> tryAgain(attempt, database, asWhat));
  }

  private void tryAgain(BooleanSupplier attempt, FactRow database, String asWhat) {
    for (int i = 0; i < TRIES; i++) {
      if (attempt.getAsBoolean()) {
        return;
      }
      memory.databaseSessions().pause(PAUSE_MICROS);
    }
    int others = memory.databaseSessions().others(database.oid("oid"));
    throw ErrorReport.error(
            SqlState.OBJECT_IN_USE,
            "%s \"%s\" is being accessed by other users"
                .formatted(asWhat, database.text("datname")))
        .withDetail(detail(others, memory.databaseSessions().prepared(database.oid("oid"))))
        .toException();
  }

  /** {@code dbcommands.c: errdetail_busy_db}. */
  private static String detail(int others, int prepared) {
    if (others > 0 && prepared > 0) {
      return "There are %d other session(s) and %d prepared transaction(s) using the database."
          .formatted(others, prepared);
    }
    return others > 0
        ? counted(others, "other session")
        : counted(prepared, "prepared transaction");
  }

  private static String counted(int number, String what) {
    return number == 1
        ? "There is 1 " + what + " using the database."
        : "There are " + number + " " + what + "s using the database.";
  }
}
