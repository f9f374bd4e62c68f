package io.pgdouble.engine.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What one session's transaction is to the storage: who writes in its name, and what it sees. It
 * belongs to one session, and others only look whether it still runs. Source: {@code xact.c},
 * {@code snapmgr.c}.
 */
public final class SessionTransaction {
  /** No snapshot is held. */
  private static final long LOOKS_NOWHERE = Long.MAX_VALUE;

  private final CommitLog log;
  private final TransactionOwner waits;
  private final RowClaims claims = new RowClaims(this);

  /** The transaction and its open subtransactions; null where one has not written yet. */
  private final List<Xact> levels = new CopyOnWriteArrayList<>();

  /** Every level that has written, also those that have ended. */
  private final List<Xact> assigned = new ArrayList<>(1);

  private final WrittenRows rows = new WrittenRows();
  private int command;
  private boolean commandUsed;
  private Snapshot ofTransaction;
  private Snapshot latest;
  private RowVersion.Writing writing;
  private volatile long horizon = LOOKS_NOWHERE;

  /** The oldest transaction that ran when it began to look. */
  private volatile long xmin;

  /** For whom it waits; null mostly. */
  private volatile Awaited waitingFor;

  private volatile long waitStart;
  private SerializableXact serializable;

  private final ImpliedLocks implied = new ImpliedLocks();

  public SessionTransaction(CommitLog log, TransactionOwner waits) {
    this.log = log;
    this.waits = waits;
    log.enter(this);
  }

  /** The session ends. */
  public void leave() {
    log.leave(this);
  }

  /** A transaction begins. */
  public void started() {
    levels.clear();
    levels.add(null);
    command = 0;
    commandUsed = false;
  }

  /** How long a snapshot is used. */
  public enum Lasting {
    /** Every statement has its own: read committed. */
    STATEMENT,
    /** The first of a transaction serves all: repeatable read. */
    TRANSACTION
  }

  /** {@code GetTransactionSnapshot}: for a statement that begins. */
  public Snapshot snapshot(Lasting lasting) {
    nextCommand();
    if (lasting == Lasting.STATEMENT) {
      latest = now();
      return latest;
    }
    if (ofTransaction == null) {
      ofTransaction = now();
    }
    latest = ofTransaction.at(command);
    return latest;
  }

  /** The snapshot of the statement that runs. */
  public Snapshot snapshot() {
    return latest == null ? now() : latest;
  }

  /** {@code GetLatestSnapshot}: what is committed now, and all of one's own. */
  public Snapshot current() {
    nextCommand();
    return now();
  }

  /** For a query of the system's own, which sees as much as a statement that begins now. */
  public Snapshot forConstraint() {
    nextCommand();
    return ofTransaction == null ? now() : ofTransaction.at(command);
  }

  /** Whether a row that another has changed since the snapshot must not be changed. */
  public boolean isRepeatableRead() {
    return ofTransaction != null;
  }

  private Snapshot now() {
    long seen = log.lastCommit();
    while (horizon == LOOKS_NOWHERE) {
      horizon = seen;
      xmin = log.oldestXid();
      // CommitLog.horizon: whoever prunes has either seen this, or read no later commit.
      long again = log.lastCommit();
      horizon = again == seen ? seen : LOOKS_NOWHERE;
      seen = again;
    }
    return new Snapshot(log.lastCommit(), this, command);
  }

  /** No cursor is open: what earlier statements saw is not looked at again. */
  public void releaseStatementSnapshots() {
    if (ofTransaction == null) {
      horizon = LOOKS_NOWHERE;
      latest = null;
    }
  }

  long horizon() {
    return horizon;
  }

  /** {@code CommandCounterIncrement}: later commands see what was done until now. */
  public void nextCommand() {
    if (commandUsed) {
      command++;
      commandUsed = false;
      writing = null;
    }
  }

  /** In whose name rows are written now ({@code GetCurrentTransactionId}). */
  public RowVersion.Writing writing() {
    if (writing == null) {
      writing = new RowVersion.Writing(xact(levels.size() - 1), command);
    }
    commandUsed = true;
    return writing;
  }

  /** The transaction, or the subtransaction, has a number from now on, if there is one. */
  public void number() {
    if (!levels.isEmpty()) {
      xact(levels.size() - 1);
    }
  }

  /** The number of the whole transaction, which it has from now on. */
  public long xid() {
    return xact(0).id();
  }

  /** The same, if it has one. */
  public Optional<Long> xidIfAssigned() {
    return levels.isEmpty() ? Optional.empty() : Optional.ofNullable(levels.get(0)).map(Xact::id);
  }

  /** {@code AssignTransactionId}: those around get theirs first. */
  private Xact xact(int level) {
    Xact known = levels.get(level);
    if (known != null) {
      return known;
    }
    Xact parent = level == 0 ? null : xact(level - 1);
    Xact made = new Xact(level == 0 ? log.newTopXid() : log.newXid(), parent, this);
    levels.set(level, made);
    assigned.add(made);
    if (level == 0) {
      note(made);
      waits.numbered(made.id());
    }
    return made;
  }

  /** {@code RegisterPredicateLockingXid}. */
  private void note(Xact top) {
    if (serializable != null) {
      serializable.xid = top.id();
      top.serializable(serializable);
    }
  }

  /** The transaction is serializable; null where it is not tracked, or not any more. */
  void serializable(SerializableXact what) {
    serializable = what;
    if (!levels.isEmpty() && levels.get(0) != null) {
      note(levels.get(0));
    }
  }

  /** The number of the whole transaction; the greatest there may be while it has none. */
  public long topXid() {
    for (Xact level : levels) {
      return level == null ? Long.MAX_VALUE : level.id();
    }
    return Long.MAX_VALUE;
  }

  /** {@code PGPROC.xmin}, for others to see; 0 where no snapshot is held. */
  public long xmin() {
    return horizon == LOOKS_NOWHERE ? 0 : xmin;
  }

  /** Its snapshot is not to be used. */
  void forgetSnapshot() {
    ofTransaction = null;
    latest = null;
  }

  /**
   * To write a row that is taken back alone, should its key be taken ({@code
   * heap_abort_speculative}).
   */
  public Xact speculative() {
    Xact around = writing().xact();
    Xact made = new Xact(around.id(), around, this);
    assigned.add(made);
    return made;
  }

  /** A row that was written in its name alone is taken back. */
  public void takeBack(Xact speculative) {
    speculative.abort();
    speculative.finish();
    assigned.remove(speculative);
  }

  void written(Heap heap, RowVersion version) {
    if (heap.isLogged()) {
      log.wal().tuple(version.columns());
      rows.written(heap, version);
    }
  }

  void ended(Heap heap, RowVersion version) {
    if (heap.isLogged()) {
      log.wal().tuple(0);
      rows.ended(heap, version);
    }
  }

  boolean hasWritten() {
    return !rows.isEmpty();
  }

  public RowClaims claims() {
    return claims;
  }

  /** Returns when nobody stands in the way any more; an interrupt is an error. */
  public void await(Awaited other) {
    waitStart = waits.now();
    waitingFor = other;
    try {
      waits.await(other);
    } finally {
      waitingFor = null;
    }
  }

  /** For whom it waits; null if for nobody. */
  public Awaited waitingFor() {
    return waitingFor;
  }

  /** Since when it waits. */
  long waitStart() {
    return waitStart;
  }

  long database() {
    return waits.database();
  }

  String virtualId() {
    return waits.virtualId();
  }

  boolean isRunning() {
    return waits.isRunning();
  }

  int fastPathGroups() {
    return waits.fastPathGroups();
  }

  ImpliedLocks implied() {
    return implied;
  }

  /** The numbers it has, with those of its open subtransactions; asked by any thread. */
  List<Long> xids() {
    return levels.stream().filter(Objects::nonNull).map(Xact::id).toList();
  }

  public int pid() {
    return waits.pid();
  }

  /** It commits; what it has written is there for all, and is told. */
  List<RowWrite> commit() {
    if (levels.isEmpty()) {
      return List.of();
    }
    Xact top = levels.get(0);
    if (top != null) {
      log.commit(top);
    }
    List<RowWrite> writes = rows.isEmpty() ? List.of() : rows.committed();
    ended();
    return writes;
  }

  public void aborted() {
    for (Xact one : assigned) {
      one.abort();
    }
    ended();
  }

  private void ended() {
    assigned.forEach(Xact::finish);
    if (!assigned.isEmpty()) {
      log.wal().end();
      log.over(assigned);
    }
    assigned.clear();
    implied.ended();
    serializable = null;
    levels.clear();
    rows.clear();
    ofTransaction = null;
    latest = null;
    writing = null;
    horizon = LOOKS_NOWHERE;
  }

  /** Another has done what this one did, and this one has ended ({@code EndPrepare}). */
  void handOver(SessionTransaction heir) {
    assigned.forEach(one -> one.handOver(heir));
    heir.assigned.addAll(assigned);
    assigned.clear();
    heir.levels.add(levels.get(0));
    heir.rows.takeOver(rows);
    heir.implied.add(implied.all());
    ended();
  }

  public void subStarted() {
    implied.subStarted();
    levels.add(null);
    writing = null;
  }

  public void subCommitted() {
    implied.subCommitted();
    levels.remove(levels.size() - 1);
    writing = null;
  }

  public void subAborted() {
    implied.subAborted();
    Xact sub = levels.remove(levels.size() - 1);
    writing = null;
    if (sub == null) {
      return;
    }
    sub.abort();
    assigned.stream().filter(Xact::isAborted).forEach(log::end);
    assigned.stream().filter(Xact::isAborted).forEach(Xact::finish);
    assigned.removeIf(Xact::isAborted);
  }
}
