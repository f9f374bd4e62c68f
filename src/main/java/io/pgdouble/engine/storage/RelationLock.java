package io.pgdouble.engine.storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who has locked a table, and who waits for that, in order ({@code lock.c}). */
public final class RelationLock {
  private final Storage.FileId relation;

  /** Modes by their bits; guarded by this. */
  private final Map<SessionTransaction, Integer> granted = new HashMap<>(4);

  /** Guarded by this. */
  private final List<Request> queue = new ArrayList<>(0);

  RelationLock(Storage.FileId relation) {
    this.relation = relation;
  }

  /** The lock, if it can be had at once; otherwise what is to be waited for. */
  synchronized Request request(SessionTransaction transaction, LockMode mode) {
    Request request = new Request(transaction, mode);
    if (request.conflicting().isEmpty()) {
      grant(request);
    } else {
      queue.add(request);
    }
    return request;
  }

  private void grant(Request request) {
    granted.merge(request.transaction, request.mode.bit(), (held, more) -> held | more);
    request.granted = true;
  }

  /** {@code ProcLockWakeup}: those that can go on now, nobody before those ahead of him. */
  private synchronized void grantWaiting() {
    for (Request request : List.copyOf(queue)) {
      if (request.conflicting().isEmpty()) {
        queue.remove(request);
        grant(request);
        request.waiters.forEach(Awaited.Waiter::wake);
      }
    }
  }

  /** Takes a request back that was not granted. */
  synchronized void cancel(Request request) {
    if (queue.remove(request)) {
      grantWaiting();
    }
  }

  /** A transaction holds these modes, and no others, from now on. */
  synchronized void reduce(SessionTransaction transaction, int modes) {
    if (modes == 0) {
      granted.remove(transaction);
    } else {
      granted.put(transaction, modes);
    }
    if (!queue.isEmpty()) {
      grantWaiting();
    }
  }

  /** One that waits, or has waited. */
  public final class Request implements Awaited {
    private final SessionTransaction transaction;
    private final LockMode mode;
    private final List<Awaited.Waiter> waiters = new ArrayList<>(1);
    private volatile boolean granted;

    private Request(SessionTransaction transaction, LockMode mode) {
      this.transaction = transaction;
      this.mode = mode;
    }

    /** Those who hold what conflicts, and those ahead who wait for what conflicts. */
    private List<SessionTransaction> conflicting() {
      List<SessionTransaction> conflicting = new ArrayList<>(0);
      RelationLock.this.granted.forEach(
          (other, modes) -> {
            if (other != transaction && mode.conflictsWith(modes)) {
              conflicting.add(other);
            }
          });
      boolean holdsSome = RelationLock.this.granted.containsKey(transaction);
      for (Request ahead : queue) {
        if (ahead == this) {
          break;
        }
        if (!holdsSome && mode.conflictsWith(ahead.mode.bit())) {
          conflicting.add(ahead.transaction);
        }
      }
      return conflicting;
    }

    void cancel() {
      RelationLock.this.cancel(this);
    }

    @Override
    public boolean isOver() {
      return granted;
    }

    @Override
    public List<SessionTransaction> blockers() {
      synchronized (RelationLock.this) {
        return granted ? List.of() : conflicting();
      }
    }

    @Override
    public String description() {
      return mode.word()
          + " on relation "
          + relation.node()
          + " of database "
          + relation.database();
    }

    @Override
    public Kind kind() {
      return Kind.RELATION;
    }

    @Override
    public void register(Awaited.Waiter waiter) {
      synchronized (RelationLock.this) {
        waiters.add(waiter);
      }
    }

    @Override
    public void unregister(Awaited.Waiter waiter) {
      synchronized (RelationLock.this) {
        waiters.remove(waiter);
      }
    }
  }
}
