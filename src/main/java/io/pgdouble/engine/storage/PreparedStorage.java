package io.pgdouble.engine.storage;

import java.util.ArrayList;
import java.util.List;

/**
 * What a prepared transaction has of the storage: rows in its name, locks and files, until somebody
 * finishes it. Source: {@code twophase.c: GlobalTransactionData}.
 */
public final class PreparedStorage {
  private final Storage storage;
  private final SessionTransaction holder;
  private final HeldLocks locks;
  private final Files files;

  PreparedStorage(Storage storage, SessionTransaction holder, HeldLocks locks, Files files) {
    this.storage = storage;
    this.holder = holder;
    this.locks = locks;
    this.files = files;
  }

  /**
   * What it does to files.
   *
   * @param pending those that go with its end
   */
  record Files(List<PendingDelete> pending, SequencesMoved sequences) {}

  /** Whether others are to be told of sequences. */
  enum SequencesMoved {
    YES,
    NO
  }

  /** It commits; what it has written is there for all, and is told. */
  public List<RowWrite> commit() {
    List<RowWrite> writes = new ArrayList<>(holder.commit());
    for (PendingDelete one : files.pending()) {
      if (one.moment() == PendingDelete.Moment.COMMIT) {
        writes.add(new RowWrite.Forgotten(one.file()));
      }
    }
    if (files.sequences() == SequencesMoved.YES) {
      writes.addAll(storage.movedSequences());
    }
    end(PendingDelete.Moment.COMMIT);
    return writes;
  }

  /** It never was. */
  public void abort() {
    holder.aborted();
    end(PendingDelete.Moment.ABORT);
  }

  private void end(PendingDelete.Moment moment) {
    locks.ended();
    holder.leave();
    files.pending().stream()
        .filter(one -> one.moment() == moment)
        .forEach(one -> storage.forget(one.file()));
  }
}
