package io.pgdouble.engine.execution;

import io.pgdouble.engine.storage.Attempt;
import io.pgdouble.engine.storage.Certainty;
import io.pgdouble.engine.storage.Heap;
import io.pgdouble.engine.storage.LockMode;
import io.pgdouble.engine.storage.LockStrength;
import io.pgdouble.engine.storage.PredicateReads;
import io.pgdouble.engine.storage.RowClaims;
import io.pgdouble.engine.storage.RowVersion;
import io.pgdouble.engine.storage.SessionTransaction;
import io.pgdouble.engine.storage.Snapshot;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;

/** The row a foreign key refers to. */
final class ReferencedRow {
  private final ForeignKey key;
  private final Frame frame;
  private final TargetTable table;
  private final Heap heap;
  private final SessionTransaction transaction;
  private final PredicateReads reads;

  ReferencedRow(ForeignKey key, Frame frame) {
    this.key = key;
    this.frame = frame;
    this.table = key.referenced().table().of(frame.context);
    table.lock(LockMode.ROW_SHARE, frame.context);
    this.heap = TableScan.heap(table.relation(), frame);
    this.reads = frame.context.storage().reading(table.relation().oid(), heap);
    this.transaction = frame.context.storage().transaction();
  }

  /** Keeps a row from losing its key; false if there is none. */
  boolean lock(Object[] values) {
    Snapshot snapshot = transaction.forConstraint();
    for (RowVersion version : candidates(values)) {
      if (sees(snapshot, version) && lock(version, values)) {
        return true;
      }
    }
    return false;
  }

  /** Whether there is such a row. */
  boolean exists(Object[] values) {
    Snapshot snapshot = transaction.current();
    return candidates(values).stream().anyMatch(one -> sees(snapshot, one));
  }

  private boolean sees(Snapshot snapshot, RowVersion version) {
    reads.looksAt(version, snapshot, Certainty.CERTAIN);
    boolean seen = snapshot.sees(version);
    if (seen) {
      reads.row(version, Certainty.CERTAIN);
    }
    return seen;
  }

  private java.util.List<RowVersion> candidates(Object[] values) {
    TargetIndex index = table.index(key.index());
    Frame own = frame.inner(1);
    RowKey probe = new RowKey(inIndexOrder(index, values), index.order(), frame.context);
    reads.index(index.oid(), Certainty.CERTAIN);
    return heap.index(index.oid(), row -> index.keyOf(row, own)).find(probe);
  }

  /** A key may name the columns in another order than the index. */
  private Object[] inIndexOrder(TargetIndex index, Object[] values) {
    Object[] row = new Object[table.relation().attributes().size()];
    for (int i = 0; i < values.length; i++) {
      row[key.referenced().columns()[i]] = values[i];
    }
    return ForeignKey.values(index.attributes(), row);
  }

  private boolean lock(RowVersion seen, Object[] values) {
    RowClaims.Wish wish = new RowClaims.Wish(transaction.writing(), LockStrength.KEY_SHARE);
    RowTurn turn = new RowTurn(table.relation(), wish.strength(), frame);
    RowVersion version = seen;
    Attempt attempt = transaction.claims().lock(version, wish);
    while (!(attempt instanceof Attempt.Done)) {
      if (attempt instanceof Attempt.Pending pending) {
        turn.await(RowWait.Doing.LOCKING, pending, version);
      } else if (attempt instanceof Attempt.Updated updated) {
        turn.end();
        refuseInRepeatableRead("update");
        version = updated.next();
      } else {
        turn.end();
        refuseInRepeatableRead("delete");
        return false;
      }
      attempt = transaction.claims().lock(version, wish);
    }
    turn.end();
    Object[] found = ForeignKey.values(key.referenced().columns(), version.values());
    return java.util.Objects.deepEquals(found, values) || version == seen;
  }

  private void refuseInRepeatableRead(String change) {
    if (transaction.isRepeatableRead()) {
      throw new ReportedError(
          SqlState.T_R_SERIALIZATION_FAILURE,
          "could not serialize access due to concurrent " + change);
    }
  }
}
