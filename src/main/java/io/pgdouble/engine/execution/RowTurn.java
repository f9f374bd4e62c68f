package io.pgdouble.engine.execution;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.storage.Attempt;
import io.pgdouble.engine.storage.LockStrength;
import io.pgdouble.engine.storage.RowTurns;
import io.pgdouble.engine.storage.RowVersion;

/**
 * Waiting for a row in turn with others who want it ({@code heapam.c: heap_lock_tuple}).
 *
 * @param relation whose row it is
 * @param strength how the row is wanted
 */
record RowTurn(RelationEntry relation, LockStrength strength, Frame frame) {

  /** Waits for who has the row. Afterwards it is this session's turn until {@link #end}. */
  void await(RowWait.Doing doing, Attempt.Pending pending, RowVersion row) {
    RowTurns turns = frame.context.storage().turns();
    turns.await(relation.oid(), row, strength);
    boolean ended = false;
    try {
      new RowWait(doing, relation.name(), frame).await(pending.on(), row);
      ended = true;
    } finally {
      if (!ended) {
        turns.end();
      }
    }
  }

  /** The row is had, or not wanted any more. */
  void end() {
    frame.context.storage().turns().end();
  }
}
