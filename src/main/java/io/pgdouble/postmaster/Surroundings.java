package io.pgdouble.postmaster;

import io.pgdouble.error.ErrorReport;
import java.time.Duration;

/** What a server's {@link Life} needs of the postmaster around it. */
interface Surroundings {
  void log(ErrorReport report);

  /** There is something to tell of a start or of the end. */
  void reached(RecoveryLog.Moment moment);

  /** Does something later, on a thread of its own. */
  void later(Runnable task, Duration delay);

  /** The state has changed. */
  void entered(ServerState state);

  /** Whoever starts next has to recover. */
  void abandons();

  /** All is over, and the postmaster exits. */
  void exit();

  /** All is over, and there is no postmaster that could tidy up. */
  void lost();
}
