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
    await(() -> memory.databaseSessions().others(oid) == 0, database, asWhat);
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
    String detail =
        others == 1
            ? "There is 1 other session using the database."
            : "There are " + others + " other sessions using the database.";
    throw ErrorReport.error(
            SqlState.OBJECT_IN_USE,
            "%s \"%s\" is being accessed by other users"
                .formatted(asWhat, database.text("datname")))
        .withDetail(detail)
        .toException();
  }
}
