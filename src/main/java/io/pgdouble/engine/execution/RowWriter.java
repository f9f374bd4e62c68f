package io.pgdouble.engine.execution;

import io.pgdouble.engine.execution.RowTriggers.Change;
import io.pgdouble.engine.function.TriggerCall.Event;
import io.pgdouble.engine.function.TriggerCall.Timing;
import io.pgdouble.engine.storage.Attempt;
import io.pgdouble.engine.storage.Heap;
import io.pgdouble.engine.storage.LockStrength;
import io.pgdouble.engine.storage.RowClaims;
import io.pgdouble.engine.storage.RowVersion;
import io.pgdouble.engine.storage.SessionTransaction;
import io.pgdouble.engine.storage.Snapshot;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/**
 * Writes rows of one table in the name of a statement, and waits for whoever stands in the way.
 * Source: {@code heapam.c}, {@code nodeModifyTable.c: ExecInsert, ExecUpdateAct, ExecDeleteAct}.
 */
final class RowWriter {
  private final TargetTable table;
  private final Frame frame;
  private final Heap heap;
  private final SessionTransaction transaction;
  private final RowVersion.Writing by;
  private final RowConstraints constraints;
  private final RowIndexes indexes;
  private final RowReferences references;
  private final RowTriggers triggers;
  private boolean merges;

  RowWriter(TargetTable table, Frame frame) {
    this.table = table;
    this.frame = frame;
    this.heap = TableScan.heap(table.relation(), frame);
    this.transaction = frame.context.storage().transaction();
    this.by = transaction.writing();
    Frame own = frame.inner(1);
    this.constraints = new RowConstraints(table, own);
    this.indexes = new RowIndexes(table, heap, own);
    this.references = new RowReferences(table, own);
    this.triggers = new RowTriggers(table, own);
  }

  RowConstraints constraints() {
    return constraints;
  }

  RowIndexes indexes() {
    return indexes;
  }

  RowTriggers triggers() {
    return triggers;
  }

  /** Notes what has to be looked at because of a row more. */
  void inserted(RowVersion version) {
    triggers.after(Change.insert(version.values()), () -> references.inserted(version));
  }

  RowVersion.Writing by() {
    return by;
  }

  /** No row is to be merged twice. */
  void mergesOnce() {
    merges = true;
  }

  /** A row more that no index knows yet. */
  RowVersion write(Object[] values, RowVersion.Writing writing) {
    frame.context.storage().inserts(table.relation().oid(), heap);
    return heap.insert(values, writing);
  }

  /**
   * A row more.
   *
   * @return null if a trigger does not want it
   */
  RowVersion insert(Object[] values) {
    Object[] wanted = triggers.before(Change.insert(values));
    if (wanted == null) {
      return null;
    }
    check(wanted);
    return insertChecked(wanted);
  }

  /** That a row more is as the table wants it, whatever other rows there are. */
  void check(Object[] values) {
    constraints.check(values);
  }

  /** A row more of which that is known. */
  RowVersion insertChecked(Object[] values) {
    RowVersion version = write(values, by);
    indexes.insert(version);
    inserted(version);
    return version;
  }

  /**
   * A row becomes another.
   *
   * @param columns indexes of those that are set
   * @return null if it is to be looked at again, or is none that is to be changed any more
   */
  RowVersion update(Refound row, Object[] changed, int[] columns) {
    Object[] values = changed;
    if (triggers.has(Timing.BEFORE, Event.UPDATE)) {
      if (!lockForTriggers(row, table.strength(columns))) {
        return null;
      }
      values = triggers.before(new Change(Event.UPDATE, row.version().values(), changed, columns));
      if (values == null) {
        row.done();
        return null;
      }
    }
    constraints.check(values);
    RowVersion old = row.version();
    RowClaims.Wish wish = new RowClaims.Wish(by, table.strength(old.values(), values));
    Attempt attempt = transaction.claims().update(heap, old, values, wish);
    while (attempt instanceof Attempt.Pending pending) {
      turn(wish).await(RowWait.Doing.UPDATING, pending, old);
      attempt = transaction.claims().update(heap, old, values, wish);
    }
    turn(wish).end();
    if (!(outcome(row, attempt, Verb.UPDATE) instanceof Attempt.Done done)) {
      return null;
    }
    frame.context.storage().changes(table.relation().oid(), heap, old);
    indexes.update(old, done.version());
    triggers.after(
        new Change(Event.UPDATE, old.values(), done.version().values(), columns),
        () -> references.updated(old, done.version()));
    return done.version();
  }

  /**
   * A row is gone.
   *
   * @return false if it is to be looked at again, or is none that is to be deleted any more
   */
  boolean delete(Refound row) {
    if (triggers.has(Timing.BEFORE, Event.DELETE)) {
      if (!lockForTriggers(row, LockStrength.UPDATE)) {
        return false;
      }
      if (triggers.before(Change.delete(row.version().values())) == null) {
        row.done();
        return false;
      }
    }
    RowClaims.Wish wish = new RowClaims.Wish(by, LockStrength.UPDATE);
    RowVersion old = row.version();
    Attempt attempt = transaction.claims().delete(heap, old, wish);
    while (attempt instanceof Attempt.Pending pending) {
      turn(wish).await(RowWait.Doing.DELETING, pending, old);
      attempt = transaction.claims().delete(heap, old, wish);
    }
    turn(wish).end();
    if (!(outcome(row, attempt, Verb.DELETE) instanceof Attempt.Done)) {
      return false;
    }
    frame.context.storage().changes(table.relation().oid(), heap, old);
    triggers.after(Change.delete(old.values()), () -> references.deleted(old));
    return true;
  }

  /** {@code GetTupleForTrigger}: whether the row is as it was found. */
  private boolean lockForTriggers(Refound row, LockStrength strength) {
    RowClaims.Wish wish = new RowClaims.Wish(by, strength);
    RowVersion version = row.version();
    Attempt attempt = transaction.claims().lock(version, wish);
    while (attempt instanceof Attempt.Pending pending) {
      turn(wish).await(RowWait.Doing.LOCKING, pending, version);
      attempt = transaction.claims().lock(version, wish);
    }
    turn(wish).end();
    return outcome(row, attempt, Verb.UPDATE) instanceof Attempt.Done;
  }

  private enum Verb {
    UPDATE("updated", "update"),
    DELETE("deleted", "delete");

    private final String past;
    private final String present;

    Verb(String past, String present) {
      this.past = past;
      this.present = present;
    }
  }

  /** What is to become of the row if the attempt has failed. */
  private Attempt outcome(Refound row, Attempt attempt, Verb verb) {
    if (attempt instanceof Attempt.DoneBySelf self) {
      if (self.command() != by.command()) {
        throw changedByTrigger(verb);
      }
      if (merges) {
        throw mergedTwice();
      }
      row.lost();
    } else if (attempt instanceof Attempt.Updated updated) {
      refuseInRepeatableRead("update");
      latest(row, updated.next());
    } else if (attempt instanceof Attempt.Deleted) {
      refuseInRepeatableRead("delete");
      row.lost();
    } else if (attempt instanceof Attempt.Invisible) {
      throw new ReportedError(
          SqlState.INTERNAL_ERROR, "attempted to " + verb.present + " invisible tuple");
    }
    return attempt;
  }

  private RuntimeException changedByTrigger(Verb verb) {
    return ErrorReport.error(
            SqlState.TRIGGERED_DATA_CHANGE_VIOLATION,
            "tuple to be "
                + (merges ? "updated or deleted" : verb.past)
                + " was already modified by an operation triggered by the current command")
        .withHint(
            "Consider using an AFTER trigger instead of a BEFORE trigger to propagate changes to"
                + " other rows.")
        .toException();
  }

  private static RuntimeException mergedTwice() {
    return ErrorReport.error(
            SqlState.CARDINALITY_VIOLATION, "MERGE command cannot affect row a second time")
        .withHint("Ensure that not more than one source row matches any one target row.")
        .toException();
  }

  /** {@code ExecCheckTupleVisible}: in repeatable read a conflict with what is not seen. */
  void requireSeen(RowVersion other, Snapshot snapshot) {
    boolean own = other.xmin().isInProgress();
    if (transaction.isRepeatableRead() && !own && !snapshot.sees(other)) {
      refuseInRepeatableRead("update");
    }
  }

  /** What came of the wish to lock a row that has the key of another. */
  enum ConflictLock {
    LOCKED,
    GONE,
    WRITTEN_BY_SAME_COMMAND
  }

  ConflictLock lockForConflict(RowVersion other) {
    RowClaims.Wish wish = new RowClaims.Wish(by, LockStrength.NO_KEY_UPDATE);
    Attempt attempt = transaction.claims().lock(other, wish);
    while (attempt instanceof Attempt.Pending pending) {
      turn(wish).await(RowWait.Doing.LOCKING, pending, other);
      attempt = transaction.claims().lock(other, wish);
    }
    turn(wish).end();
    if (attempt instanceof Attempt.Invisible) {
      return ConflictLock.WRITTEN_BY_SAME_COMMAND;
    }
    if (!(attempt instanceof Attempt.Done)) {
      refuseInRepeatableRead("update");
      return ConflictLock.GONE;
    }
    return ConflictLock.LOCKED;
  }

  private void refuseInRepeatableRead(String change) {
    if (transaction.isRepeatableRead()) {
      throw new ReportedError(
          SqlState.T_R_SERIALIZATION_FAILURE,
          "could not serialize access due to concurrent " + change);
    }
  }

  /** Locks the last version of a row, and has the query look at it. */
  private void latest(Refound row, RowVersion next) {
    RowClaims.Wish wish = new RowClaims.Wish(by, LockStrength.UPDATE);
    RowVersion version = next;
    Attempt attempt = transaction.claims().lock(version, wish);
    while (!(attempt instanceof Attempt.Done)) {
      if (attempt instanceof Attempt.Pending pending) {
        turn(wish).await(RowWait.Doing.LOCKING, pending, version);
      } else if (attempt instanceof Attempt.Updated updated) {
        turn(wish).end();
        version = updated.next();
      } else {
        turn(wish).end();
        row.lost();
        return;
      }
      attempt = transaction.claims().lock(version, wish);
    }
    turn(wish).end();
    row.became(version);
  }

  private RowTurn turn(RowClaims.Wish wish) {
    return new RowTurn(table.relation(), wish.strength(), frame);
  }
}
