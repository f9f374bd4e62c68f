package io.pgdouble.engine.storage;

import java.util.ArrayList;
import java.util.List;

/**
 * A transaction or subtransaction that has written: what {@code xmin} and {@code xmax} refer to.
 * Its outcome is the commit log's entry for it ({@code clog.c}, {@code subtrans.c}); everything
 * that was written before it commits is seen by whoever sees the commit.
 */
public final class Xact implements Awaited {
  private static final long IN_PROGRESS = 0;
  private static final long ABORTED = -1;

  private final long id;
  private final Xact parent;

  /** Who is to be woken at its end; guarded by this. */
  private final List<Waiter> waiters = new ArrayList<>(0);

  /** Whose it is, while it runs. */
  private volatile SessionTransaction owner;

  private volatile SerializableXact serializable;

  /** {@link #IN_PROGRESS}, {@link #ABORTED}, or when it was committed. */
  private volatile long outcome;

  Xact(long id, Xact parent, SessionTransaction owner) {
    this.id = id;
    this.parent = parent;
    this.owner = owner;
  }

  private Xact(long id, long outcome) {
    this.id = id;
    this.parent = null;
    this.outcome = outcome;
  }

  /** One that was committed before everything that runs. */
  public static Xact committedBefore(long id) {
    return new Xact(id, CommitLog.FIRST_COMMIT);
  }

  /** The number that {@code xmin} shows. */
  public long id() {
    return id;
  }

  private long outcome() {
    long own = outcome;
    return own != IN_PROGRESS || parent == null ? own : parent.outcome();
  }

  public boolean isInProgress() {
    return outcome() == IN_PROGRESS;
  }

  public boolean isAborted() {
    return outcome() == ABORTED;
  }

  public boolean isCommitted() {
    return outcome() > IN_PROGRESS;
  }

  /** Whether it was committed no later than that. */
  boolean isCommittedBy(long sequence) {
    long known = outcome();
    return known > IN_PROGRESS && known <= sequence;
  }

  /** Whose transaction it is part of; null once that has ended. */
  SessionTransaction owner() {
    return owner;
  }

  /** It is part of another's transaction from now on. */
  void handOver(SessionTransaction heir) {
    owner = heir;
  }

  /** What the whole transaction is among the serializable ones; null mostly. */
  SerializableXact serializable() {
    return parent == null ? serializable : parent.serializable();
  }

  void serializable(SerializableXact what) {
    serializable = what;
  }

  /** To be called under the commit log's lock. */
  void commit(long sequence) {
    outcome = sequence;
  }

  void abort() {
    outcome = ABORTED;
  }

  @Override
  public boolean isOver() {
    return !isInProgress();
  }

  @Override
  public List<SessionTransaction> blockers() {
    SessionTransaction running = owner;
    return running == null ? List.of() : List.of(running);
  }

  @Override
  public String description() {
    return "ShareLock on transaction " + id;
  }

  @Override
  public Kind kind() {
    return Kind.TRANSACTION_ID;
  }

  /** Who finds it ended afterwards need not wait. */
  @Override
  public synchronized void register(Waiter waiter) {
    waiters.add(waiter);
  }

  @Override
  public synchronized void unregister(Waiter waiter) {
    waiters.remove(waiter);
  }

  /** It has ended, be it with the transaction around it. */
  void finish() {
    owner = null;
    List<Waiter> woken;
    synchronized (this) {
      woken = List.copyOf(waiters);
    }
    woken.forEach(Waiter::wake);
  }
}
