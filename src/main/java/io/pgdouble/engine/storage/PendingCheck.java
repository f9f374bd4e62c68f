package io.pgdouble.engine.storage;

import java.util.Optional;

/** What a constraint has still to look at or to do ({@code trigger.c: AfterTriggerEvent}). */
public interface PendingCheck {
  /** Empty for a constraint that cannot be deferred. */
  Optional<Deferral> deferral();

  /** OID of the table whose row is to be looked at. */
  int relation();

  /**
   * Looks, and does what is to be done.
   *
   * @param consequences takes what is to be looked at because of that
   * @throws io.pgdouble.error.ReportedError if the constraint is violated
   */
  void run(PendingEvents consequences);
}
