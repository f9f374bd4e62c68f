package io.pgdouble.engine.storage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The order in which a server's transactions begin to write and commit, and how far back anybody
 * still looks. Source: {@code varsup.c}, {@code procarray.c}.
 */
public final class CommitLog {
  /** What {@code initdb} leaves to the first transaction. */
  static final long FIRST_XID = 731;

  /** {@code transam.h: FirstNormalTransactionId}. */
  private static final long FIRST_NORMAL_XID = 3;

  private static final long NONE = Long.MAX_VALUE;

  /** When all was committed that was there at the start. */
  static final long FIRST_COMMIT = 1;

  private final Set<SessionTransaction> running = ConcurrentHashMap.newKeySet();
  private final WalPosition wal = new WalPosition();
  private long nextXid = FIRST_XID;

  /** The first number that this life of the server gives. */
  private long firstXid = FIRST_XID;

  /** Whole transactions that have a number; guarded by this. */
  private final TreeSet<Long> inProgress = new TreeSet<>();

  private final BitSet finished = new BitSet();
  private final BitSet committed = new BitSet();

  /** The first of those; {@link #NONE} where there is none. */
  private volatile long oldestXid = NONE;

  /** Written under this; whoever reads it sees all that was committed until then. */
  private volatile long lastCommit = FIRST_COMMIT;

  /** How far what is written ahead has come. */
  public WalPosition wal() {
    return wal;
  }

  /** {@code GetNewTransactionId}: of a subtransaction. */
  synchronized long newXid() {
    return nextXid++;
  }

  /** The same for a whole transaction, which is told to be over by {@link #over}. */
  synchronized long newTopXid() {
    long xid = nextXid++;
    inProgress.add(xid);
    oldestXid = inProgress.first();
    return xid;
  }

  /** How these ended, of which the first is the whole transaction. */
  synchronized void over(List<Xact> ended) {
    for (Xact one : ended) {
      end(one);
      inProgress.remove(one.id());
    }
    oldestXid = inProgress.isEmpty() ? NONE : inProgress.first();
  }

  /** How a subtransaction ended that was rolled back alone. */
  synchronized void end(Xact one) {
    int place = (int) (one.id() - firstXid);
    if (place >= 0) {
      finished.set(place);
      committed.set(place, one.isCommitted());
    }
  }

  /** What became of a transaction ({@code TransactionIdDidCommit}). */
  public enum Status {
    IN_PROGRESS,
    COMMITTED,
    ABORTED,
    /** It was begun before this server was started. */
    UNKNOWN,
    FORGOTTEN
  }

  /** {@code xid8funcs.c: pg_xact_status}, of a number that was given out. */
  public synchronized Status status(long xid) {
    if (xid < FIRST_NORMAL_XID) {
      return xid == 0 ? Status.FORGOTTEN : Status.COMMITTED;
    }
    if (xid < firstXid) {
      return xid < FIRST_XID ? Status.FORGOTTEN : Status.UNKNOWN;
    }
    int place = (int) (xid - firstXid);
    if (!finished.get(place)) {
      return Status.IN_PROGRESS;
    }
    return committed.get(place) ? Status.COMMITTED : Status.ABORTED;
  }

  /** {@code ReadNextTransactionId}. */
  public synchronized long nextXid() {
    return nextXid;
  }

  /** No transaction gets a number below this one. */
  public synchronized void advanceTo(long xid) {
    if (xid > nextXid) {
      nextXid = xid;
      firstXid = xid;
      finished.clear();
      committed.clear();
    }
  }

  /** The transaction of another server, which is done again here. */
  synchronized Xact foreign(long xid) {
    advanceTo(xid + 1);
    return new Xact(xid, null, null);
  }

  synchronized void commit(Xact xact) {
    long next = lastCommit + 1;
    xact.commit(next);
    lastCommit = next;
  }

  long lastCommit() {
    return lastCommit;
  }

  void enter(SessionTransaction session) {
    running.add(session);
  }

  void leave(SessionTransaction session) {
    running.remove(session);
  }

  /** {@code GetSnapshotData: xmin}: of those that run the oldest, or else the next. */
  long oldestXid() {
    long oldest = oldestXid;
    return oldest == NONE ? nextXid() : oldest;
  }

  List<SessionTransaction> sessions() {
    return List.copyOf(running);
  }

  /** {@code lockfuncs.c: pg_blocking_pids}: who stands in a process's way, each once. */
  public List<Integer> blockersOf(int pid) {
    List<Integer> blockers = new ArrayList<>(0);
    for (SessionTransaction session : running) {
      Awaited awaited = session.pid() == pid ? session.waitingFor() : null;
      if (awaited != null && !awaited.isOver()) {
        awaited.blockers().stream().map(SessionTransaction::pid).forEach(blockers::add);
      }
    }
    return blockers.stream().distinct().toList();
  }

  /**
   * What was ended no later than this, nobody sees any more ({@code GetOldestNonRemovable…}). The
   * commit is read before the sessions are, and a session reads it once more after having said how
   * far back it looks: so none is missed.
   */
  long horizon() {
    long oldest = lastCommit;
    for (SessionTransaction session : running) {
      oldest = Math.min(oldest, session.horizon());
    }
    return oldest;
  }
}
