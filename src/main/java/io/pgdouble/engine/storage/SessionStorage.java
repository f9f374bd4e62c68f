package io.pgdouble.engine.storage;

import io.pgdouble.error.ErrorReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The storage as one session reaches it: the tables of its database, and its transaction. Files
 * that a transaction makes are gone if it fails, and files it drops are there until it commits
 * ({@code catalog/storage.c}).
 */
public final class SessionStorage {
  private final Storage storage;
  private final long database;
  private final SessionTransaction transaction;
  private final List<PendingDelete> pending = new ArrayList<>(0);
  private final SequenceMemory sequences = new SequenceMemory();
  private final PendingChecks checks = new PendingChecks();
  private final HeldLocks locks;
  private final AdvisoryLocks advisoryLocks;
  private final RowTurns turns;
  private int depth;
  private boolean sequencesMoved;

  /** What the transaction is among the serializable ones; null mostly. */
  private SerializableXact serializable;

  /**
   * @param database OID of the session's database
   */
  public SessionStorage(Storage storage, long database, SessionTransaction transaction) {
    this.storage = storage;
    this.database = database;
    this.transaction = transaction;
    this.locks = new HeldLocks(storage, transaction);
    this.advisoryLocks = new AdvisoryLocks(locks, database);
    this.turns = new RowTurns(locks, transaction.claims(), database);
  }

  public SessionTransaction transaction() {
    return transaction;
  }

  /** What constraints have still to look at. */
  public PendingChecks checks() {
    return checks;
  }

  /**
   * Locks a table until the transaction ends, if need be after waiting.
   *
   * @param relation its OID
   * @return whether it had to be waited for: then the table may have become another
   */
  public boolean lock(int relation, LockMode mode) {
    if (serializable != null && mode == LockMode.ACCESS_EXCLUSIVE) {
      storage.serializable().writesWhole(serializable, target(relation));
    }
    return locks.lock(file(Integer.toUnsignedLong(relation)), mode);
  }

  /**
   * Locks a table until the transaction ends, if nobody is to be waited for.
   *
   * @param relation its OID
   */
  public boolean tryLock(int relation, LockMode mode) {
    return locks.tryLock(file(Integer.toUnsignedLong(relation)), mode);
  }

  /**
   * Locks what is no relation ({@code lmgr.c: LockDatabaseObject}).
   *
   * @param classid OID of its catalog
   */
  public void lockObject(long classid, long objid, LockMode mode) {
    locks.lock(new ObjectTag(database, classid, objid), mode);
  }

  /** What a plan locks by the way. */
  public void implies(Collection<ImpliedLock> locks) {
    transaction.implied().add(locks);
  }

  /** What is locked and waited for on the whole server ({@code pg_lock_status}). */
  public List<LockStatus> lockStatus() {
    return storage.lockStatus();
  }

  /**
   * The transaction is serializable, and its snapshot is taken.
   *
   * @param snapshot takes it
   */
  public void beginSerializable(SerializableAccess access, Runnable snapshot) {
    become(storage.serializable().begin(transaction, access, snapshot).orElse(null));
  }

  private void become(SerializableXact xact) {
    serializable = xact;
    transaction.serializable(xact);
  }

  /** {@code GetSafeSnapshot}: waits until one that only reads need not be tracked. */
  public void beginDeferrable(Runnable snapshot) {
    beginSerializable(SerializableAccess.READ_ONLY, snapshot);
    while (serializable != null) {
      awaitSafety();
      boolean safe = serializable.safety == SerializableXact.Safety.SAFE;
      endSerializable();
      if (!safe) {
        transaction.forgetSnapshot();
        beginSerializable(SerializableAccess.READ_ONLY, snapshot);
      }
    }
  }

  private void awaitSafety() {
    boolean known = false;
    try {
      if (!serializable.isOver()) {
        transaction.await(serializable);
      }
      known = serializable.safety != SerializableXact.Safety.DOUBTFUL;
    } finally {
      if (!known) {
        endSerializable();
        transaction.forgetSnapshot();
      }
    }
    if (!known) {
      throw ErrorReport.notSimulated("safe snapshots that depend on plans").toException();
    }
  }

  /** {@code GetSafeSnapshotBlockingPids}. */
  public List<Integer> blockersOfSafeSnapshot(int pid) {
    return storage.serializable().blockersOfSafeSnapshot(pid);
  }

  /**
   * What the transaction reads of a table.
   *
   * @param relation its OID
   */
  public PredicateReads reading(int relation, Heap heap) {
    return serializable == null || heap.isTemporary()
        ? PredicateReads.NONE
        : new RelationReads(storage.serializable(), serializable, target(relation), heap.blocks());
  }

  private PredicateTarget target(int relation) {
    return PredicateTarget.relation(database, Integer.toUnsignedLong(relation));
  }

  /** The transaction has written a row more to a table ({@code heap_insert}). */
  public void inserts(int relation, Heap heap) {
    if (serializable != null && !heap.isTemporary()) {
      storage.serializable().requireNotDoomed(serializable, "conflict in checking");
      storage.serializable().writes(serializable, target(relation), Certainty.CERTAIN);
    }
  }

  /** An index has another entry ({@code _bt_doinsert}). */
  public void insertsInto(int index, Heap heap) {
    if (serializable != null && !heap.isTemporary()) {
      Certainty leaf = heap.blocks() <= 1 ? Certainty.CERTAIN : Certainty.POSSIBLE;
      storage.serializable().writes(serializable, target(index).page(1), leaf);
      storage.serializable().writes(serializable, target(index), Certainty.CERTAIN);
    }
  }

  /** The transaction has changed or deleted a row ({@code heap_update, heap_delete}). */
  public void changes(int relation, Heap heap, RowVersion row) {
    if (serializable == null || heap.isTemporary()) {
      return;
    }
    storage.serializable().requireNotDoomed(serializable, "conflict in checking");
    PredicateTarget tuple = target(relation).tuple(row);
    for (PredicateTarget at = tuple; at != null; at = at.parent()) {
      Certainty same = at.isPage() && heap.blocks() > 1 ? Certainty.POSSIBLE : Certainty.CERTAIN;
      storage.serializable().writes(serializable, at, same);
    }
    if (depth == 0) {
      storage.serializable().forgetRead(serializable, tuple);
    }
  }

  private void endSerializable() {
    if (serializable != null) {
      storage.serializable().aborted(serializable);
      become(null);
    }
  }

  /**
   * Whether the transaction may be prepared.
   *
   * @throws io.pgdouble.error.ReportedError where it may not
   */
  public void checkPrepare() {
    if (serializable != null) {
      throw ErrorReport.notSimulated("prepared transactions that are serializable").toException();
    }
    locks.requireNoneTwice();
  }

  /**
   * The transaction is prepared: what it has is another's, and the session has none.
   *
   * @param waits how the other shows itself; it never waits
   */
  public PreparedStorage prepare(TransactionOwner waits) {
    SessionTransaction heir = new SessionTransaction(storage.log(), waits);
    PreparedStorage.SequencesMoved moved =
        sequencesMoved ? PreparedStorage.SequencesMoved.YES : PreparedStorage.SequencesMoved.NO;
    HeldLocks left = locks.handOver(heir);
    transaction.handOver(heir);
    PreparedStorage.Files files = new PreparedStorage.Files(List.copyOf(pending), moved);
    PreparedStorage prepared = new PreparedStorage(storage, heir, left, files);
    checks.ended();
    endSerializable();
    pending.clear();
    sequencesMoved = false;
    return prepared;
  }

  /** Whether it has made, looked at or dropped temporary objects. */
  public boolean hasUsedTemporaryObjects() {
    return transaction.implied().areOfTemporaryObjects();
  }

  /** Last chance to fail. */
  public void preCommit() {
    if (serializable != null) {
      storage.serializable().preCommit(serializable);
    }
  }

  /** Whether the transaction has locked a table in this mode. */
  public boolean holds(int relation, LockMode mode) {
    return locks.holds(file(Integer.toUnsignedLong(relation)), mode);
  }

  /** Where the session stands among those who wait for a row. */
  public RowTurns turns() {
    return turns;
  }

  public AdvisoryLocks advisoryLocks() {
    return advisoryLocks;
  }

  /** The session ends: what it has not committed never was. */
  public void end() {
    aborted();
    advisoryLocks.unlockAll();
    transaction.leave();
  }

  public CommitLog log() {
    return storage.log();
  }

  /**
   * The rows of a table of this database.
   *
   * @param node {@code relfilenode}
   */
  public Heap heap(long node, Heap.Keeping keeping) {
    return storage.heap(file(node), keeping);
  }

  /**
   * A sequence of this database.
   *
   * @param start the first value it gives
   */
  public Sequence sequence(long node, long start) {
    return storage.sequence(file(node), start);
  }

  /** What this session has taken from sequences. */
  public SequenceMemory sequences() {
    return sequences;
  }

  private Storage.FileId file(long node) {
    return new Storage.FileId(database, node);
  }

  /** {@code RelationCreateStorage}. */
  public void created(long node) {
    pending.add(new PendingDelete(file(node), PendingDelete.Moment.ABORT, depth));
  }

  /** Whether a table's file was made by this subtransaction. */
  public boolean isNew(long node) {
    return pending.stream()
        .anyMatch(
            one ->
                one.moment() == PendingDelete.Moment.ABORT
                    && one.depth() == depth
                    && one.file().equals(file(node)));
  }

  /** {@code RelationDropStorage}. */
  public void dropped(long node) {
    pending.add(new PendingDelete(file(node), PendingDelete.Moment.COMMIT, depth));
  }

  public void started() {
    depth = 0;
    transaction.started();
  }

  /** Whether others have to be told of a commit. */
  public boolean hasWritten() {
    return transaction.hasWritten() || !pending.isEmpty() || sequencesMoved;
  }

  /** The transaction commits; what it has written is there for all, and is told. */
  public List<RowWrite> commit() {
    boolean tells = hasWritten();
    List<RowWrite> written = transaction.commit();
    if (serializable != null) {
      storage.serializable().committed(serializable);
      serializable = null;
    }
    checks.ended();
    locks.ended();
    return tells ? withFiles(written) : written;
  }

  private List<RowWrite> withFiles(List<RowWrite> written) {
    List<RowWrite> writes = new ArrayList<>(written);
    for (PendingDelete one : pending) {
      if (one.moment() == PendingDelete.Moment.COMMIT) {
        writes.add(new RowWrite.Forgotten(one.file()));
      }
    }
    writes.addAll(storage.movedSequences());
    delete(PendingDelete.Moment.COMMIT);
    return writes;
  }

  /** A sequence has moved, which others are told with the next commit. */
  public void moved(long node) {
    storage.moved(file(node));
    sequencesMoved = true;
  }

  public void aborted() {
    transaction.aborted();
    checks.ended();
    locks.ended();
    endSerializable();
    delete(PendingDelete.Moment.ABORT);
  }

  private void delete(PendingDelete.Moment moment) {
    for (PendingDelete one : pending) {
      if (one.moment() == moment) {
        storage.forget(one.file());
      }
    }
    pending.clear();
    sequencesMoved = false;
  }

  public void subStarted() {
    depth++;
    transaction.subStarted();
    checks.subStarted();
    locks.subStarted();
  }

  public void subCommitted() {
    depth--;
    pending.replaceAll(
        one -> one.depth() > depth ? new PendingDelete(one.file(), one.moment(), depth) : one);
    transaction.subCommitted();
    checks.subCommitted();
    locks.subCommitted();
  }

  public void subAborted() {
    depth--;
    for (PendingDelete one : pending) {
      if (one.depth() > depth && one.moment() == PendingDelete.Moment.ABORT) {
        storage.forget(one.file());
      }
    }
    pending.removeIf(one -> one.depth() > depth);
    transaction.subAborted();
    checks.subAborted();
    locks.subAborted();
  }
}
