package io.pgdouble.engine.storage;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands in a version's {@code xmax}: who has ended it, who has locked it, or both ({@code
 * multixact.c}). Immutable.
 *
 * @param updater null where nobody has ended it
 * @param lockers who only keeps others from changing it
 * @param command the number of the command that ended it ({@code cmax})
 * @param next the version that takes its place; null where the row was deleted
 */
record Claim(Holder updater, List<Holder> lockers, int command, RowVersion next) {

  /** One transaction and how it holds the row. */
  record Holder(Xact xact, LockStrength strength) {
    boolean isOf(SessionTransaction transaction) {
      return xact.owner() == transaction;
    }
  }

  static List<Holder> lockersOf(Claim claim) {
    return claim == null ? List.of() : claim.lockers;
  }

  /** An updater that has not failed; null where there is none. */
  static Holder updaterOf(Claim claim) {
    return claim == null || claim.updater == null || claim.updater.xact().isAborted()
        ? null
        : claim.updater;
  }

  /** The lockers that still run, without those of this transaction that the strength includes. */
  static List<Holder> running(Claim claim) {
    List<Holder> running = new ArrayList<>(0);
    for (Holder locker : lockersOf(claim)) {
      if (locker.xact().isInProgress()) {
        running.add(locker);
      }
    }
    return running;
  }
}
