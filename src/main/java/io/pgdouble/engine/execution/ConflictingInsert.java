package io.pgdouble.engine.execution;

import io.pgdouble.engine.storage.RowVersion;
import io.pgdouble.engine.storage.SessionTransaction;
import io.pgdouble.engine.storage.Xact;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.Optional;

/**
 * INSERT … ON CONFLICT: a row is written so that it can be taken back alone, should another have
 * got its key meanwhile. Source: {@code nodeModifyTable.c: ExecInsert, ExecOnConflictUpdate}.
 */
final class ConflictingInsert {
  private final ModifyTable plan;
  private final RowWriter writer;
  private final RowChange.OnConflict conflict;

  ConflictingInsert(ModifyTable plan, RowWriter writer, RowChange.OnConflict conflict) {
    this.plan = plan;
    this.writer = writer;
    this.conflict = conflict;
  }

  /** What RETURNING yields; empty where there is nothing to return. */
  Optional<Object[]> insert(Frame frame, Object[] row) {
    Object[] wanted = writer.triggers().before(RowTriggers.Change.insert(row));
    if (wanted == null) {
      return Optional.empty();
    }
    writer.constraints().check(wanted);
    Outcome outcome = tryOnce(frame, wanted);
    while (!outcome.settled()) {
      frame.context.checkForInterrupts();
      outcome = tryOnce(frame, wanted);
    }
    return outcome.returned();
  }

  private Outcome tryOnce(Frame frame, Object[] row) {
    Optional<RowVersion> other = writer.indexes().findConflict(row, conflict.arbiters());
    if (other.isPresent()) {
      return resolve(frame, row, other.get());
    }
    RowVersion written = speculatively(frame, row.clone());
    return written == null
        ? Outcome.AGAIN
        : new Outcome(true, Optional.of(plan.returning(frame, written)));
  }

  /**
   * What came of a conflict.
   *
   * @param settled false if the other row is gone meanwhile
   */
  private record Outcome(boolean settled, Optional<Object[]> returned) {
    static final Outcome AGAIN = new Outcome(false, Optional.empty());
    static final Outcome NOTHING = new Outcome(true, Optional.empty());
  }

  /** Null if somebody was quicker. */
  private RowVersion speculatively(Frame frame, Object[] row) {
    SessionTransaction transaction = frame.context.storage().transaction();
    Xact own = transaction.speculative();
    RowVersion version = writer.write(row, new RowVersion.Writing(own, writer.by().command()));
    if (writer.indexes().insert(version, conflict.arbiters())) {
      writer.inserted(version);
      return version;
    }
    transaction.takeBack(own);
    return null;
  }

  private Outcome resolve(Frame frame, Object[] proposed, RowVersion other) {
    writer.requireSeen(other, frame.snapshot());
    if (conflict.update().isEmpty()) {
      return Outcome.NOTHING;
    }
    RowChange.ConflictUpdate update = conflict.update().get();
    return switch (writer.lockForConflict(other)) {
      case GONE -> Outcome.AGAIN;
      case WRITTEN_BY_SAME_COMMAND -> throw secondTime();
      case LOCKED -> {
        frame.rows[plan.target().range()] = other.values();
        frame.rows[update.excluded()] = proposed;
        yield update(frame, update, other);
      }
    };
  }

  private Outcome update(Frame frame, RowChange.ConflictUpdate update, RowVersion other) {
    boolean wanted =
        update.where().isEmpty() || Boolean.TRUE.equals(update.where().get().evaluate(frame));
    if (!wanted) {
      return Outcome.NOTHING;
    }
    Object[] changed = other.values().clone();
    int[] attributes = update.update().attributes();
    for (int i = 0; i < attributes.length; i++) {
      changed[attributes[i]] = update.update().values()[i].evaluate(frame);
    }
    Refound row = new Refound(new Scans.Single(), plan.target().range(), frame);
    RowVersion done = writer.update(row, changed, attributes);
    return done == null
        ? Outcome.NOTHING
        : new Outcome(true, Optional.of(plan.returning(frame, done)));
  }

  private static RuntimeException secondTime() {
    return ErrorReport.error(
            SqlState.CARDINALITY_VIOLATION,
            "ON CONFLICT DO UPDATE command cannot affect row a second time")
        .withHint(
            "Ensure that no rows proposed for insertion within the same command have duplicate"
                + " constrained values.")
        .toException();
  }
}
