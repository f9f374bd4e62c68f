package io.pgdouble.engine.execution;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.storage.Attempt;
import io.pgdouble.engine.storage.LockStrength;
import io.pgdouble.engine.storage.RowClaims;
import io.pgdouble.engine.storage.RowVersion;
import io.pgdouble.engine.storage.SessionTransaction;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.List;

/**
 * Locks the rows that a query finds, in their newest versions, if the query still finds those.
 * Source: {@code nodeLockRows.c}.
 */
public record LockRows(StepPlan input, List<Mark> marks) implements StepPlan {

  /**
   * A table whose rows are locked.
   *
   * @param range its entry in the query's range table
   */
  public record Mark(int range, RelationEntry relation, LockStrength strength, Waiting waiting) {}

  /** What is to be done about a row that another holds ({@code LockWaitPolicy}). */
  public enum Waiting {
    BLOCK,
    SKIP_LOCKED,
    NOWAIT
  }

  @Override
  public int[] relations() {
    return input.relations();
  }

  @Override
  public Step open(Frame frame) {
    Step rows = input.open(frame);
    return () -> {
      while (rows.advance()) {
        if (frame.fixed() != null || lockAll(frame)) {
          return true;
        }
        frame.context.checkForInterrupts();
      }
      return false;
    };
  }

  /** Whether the query still finds the rows, now that they are locked. */
  private boolean lockAll(Frame frame) {
    boolean changed = false;
    for (Mark mark : marks) {
      Object[] row = frame.rows[mark.range()];
      if (row == null) {
        continue;
      }
      RowVersion seen = RowVersion.of(row);
      RowVersion locked = new Locking(mark, frame).latest(seen);
      if (locked == null) {
        return false;
      }
      frame.rows[mark.range()] = TableMember.instead(row, locked);
      changed |= locked != seen;
    }
    return !changed || stillFinds(frame);
  }

  private boolean stillFinds(Frame frame) {
    Frame again = frame.withFixedRows();
    boolean found = input.open(again).advance();
    if (found) {
      System.arraycopy(again.rows, 0, frame.rows, 0, frame.rows.length);
    }
    return found;
  }

  /** The locking of one row. */
  private record Locking(Mark mark, Frame frame) {

    /** The version that is locked; null where the row is gone, or skipped. */
    RowVersion latest(RowVersion seen) {
      SessionTransaction transaction = frame.context.storage().transaction();
      RowClaims.Wish wish = new RowClaims.Wish(transaction.writing(), mark.strength());
      RowVersion version = seen;
      Attempt attempt = transaction.claims().lock(version, wish);
      while (!(attempt instanceof Attempt.Done)) {
        version = next(version, attempt);
        if (version == null) {
          return null;
        }
        attempt = transaction.claims().lock(version, wish);
      }
      turn().end();
      return version;
    }

    private RowTurn turn() {
      return new RowTurn(mark.relation(), mark.strength(), frame);
    }

    /** The version that is to be tried next. */
    private RowVersion next(RowVersion version, Attempt attempt) {
      if (attempt instanceof Attempt.Pending pending) {
        return await(version, pending) ? version : null;
      }
      turn().end();
      if (attempt instanceof Attempt.Updated updated) {
        refuseInRepeatableRead("update");
        return updated.next();
      }
      if (attempt instanceof Attempt.Deleted) {
        refuseInRepeatableRead("delete");
      }
      return null;
    }

    private boolean await(RowVersion version, Attempt.Pending pending) {
      switch (mark.waiting()) {
        case BLOCK -> turn().await(RowWait.Doing.LOCKING, pending, version);
        case NOWAIT ->
            throw new ReportedError(
                SqlState.LOCK_NOT_AVAILABLE,
                "could not obtain lock on row in relation \"" + mark.relation().name() + "\"");
        case SKIP_LOCKED -> {
          return false;
        }
      }
      return true;
    }

    private void refuseInRepeatableRead(String change) {
      if (frame.context.storage().transaction().isRepeatableRead()) {
        throw new ReportedError(
            SqlState.T_R_SERIALIZATION_FAILURE,
            "could not serialize access due to concurrent " + change);
      }
    }
  }
}
