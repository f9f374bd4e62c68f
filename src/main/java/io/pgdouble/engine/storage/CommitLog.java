package io.pgdouble.engine.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The order in which a server's transactions begin to write and commit, and how far back anybody
 * still looks. Source: {@code varsup.c}, {@code procarray.c}.
 */
public final class CommitLog {
  /** What {@code initdb} leaves to the first transaction. */
  static final long FIRST_XID = 731;

  /** When all was committed that was there at the start. */
  static final long FIRST_COMMIT = 1;

  private final Set<SessionTransaction> running = ConcurrentHashMap.newKeySet();
  private long nextXid = FIRST_XID;

  /** Written under this; whoever reads it sees all that was committed until then. */
  private volatile long lastCommit = FIRST_COMMIT;

  /** {@code GetNewTransactionId}. */
  synchronized long newXid() {
    return nextXid++;
  }

  /** {@code ReadNextTransactionId}. */
  public synchronized long nextXid() {
    return nextXid;
  }

  /** No transaction gets a number below this one. */
  public synchronized void advanceTo(long xid) {
    nextXid = Math.max(nextXid, xid);
  }

  /** The transaction of another server, which is done again here. */
  synchronized Xact foreign(long xid) {
    nextXid = Math.max(nextXid, xid + 1);
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
    long oldest = nextXid();
    for (SessionTransaction session : running) {
      oldest = Math.min(oldest, session.topXid());
    }
    return oldest;
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
