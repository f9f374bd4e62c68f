package io.pgdouble.engine.storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who has locked something, and who waits for that, in order ({@code lock.c: LOCK}). */
public final class Lock {
  private final LockTag tag;

  /** Modes by their bits, in the order in which they came; guarded by this. */
  private final Map<SessionTransaction, Integer> granted = new LinkedHashMap<>(4);

  /**
   * Modes that were entered in the shared lock table, because somebody held or wanted a strong one
   * then or since; guarded by this.
   */
  private final Map<SessionTransaction, Integer> shared = new HashMap<>(0);

  /** Guarded by this. */
  private final List<Request> queue = new ArrayList<>(0);

  /** Nobody knows it any more: whoever wants it looks for another. Guarded by this. */
  private boolean forgotten;

  Lock(LockTag tag) {
    this.tag = tag;
  }

  /**
   * The lock, if it can be had at once; otherwise what is to be waited for. Null where it is
   * forgotten.
   */
  synchronized Request request(SessionTransaction transaction, LockMode mode) {
    if (forgotten) {
      return null;
    }
    Request request = new Request(transaction, mode);
    if (isFree(request)) {
      grant(request);
      return request;
    }
    int place = place(transaction);
    request.hopeless = isHopeless(request, place);
    queue.add(place, request);
    noteShared(request);
    if (request.conflicting().isEmpty()) {
      queue.remove(request);
      grant(request);
    }
    return request;
  }

  /** What came of the wish to have it at once. */
  enum Outcome {
    GRANTED,
    NOT_AVAILABLE,
    FORGOTTEN
  }

  /** The lock, if it can be had at once. */
  synchronized Outcome tryRequest(SessionTransaction transaction, LockMode mode) {
    if (forgotten) {
      return Outcome.FORGOTTEN;
    }
    Request request = new Request(transaction, mode);
    if (isFree(request)) {
      grant(request);
      return Outcome.GRANTED;
    }
    forgetIfUnused();
    return Outcome.NOT_AVAILABLE;
  }

  /** Neither those who hold it nor those who wait want something that conflicts. */
  private boolean isFree(Request request) {
    return request.conflictingHolders().isEmpty()
        && queue.stream().noneMatch(other -> request.mode.conflictsWith(other.mode.bit()));
  }

  /** {@code proc.c: ProcSleep}: before the first who will wait for what this one holds. */
  private int place(SessionTransaction transaction) {
    int held = granted.getOrDefault(transaction, 0);
    int place = 0;
    while (place < queue.size() && !queue.get(place).mode.conflictsWith(held)) {
      place++;
    }
    return place;
  }

  /** Whoever waits for what this one holds, holds what this one waits for. */
  private boolean isHopeless(Request request, int place) {
    if (place == queue.size()) {
      return false;
    }
    SessionTransaction behind = queue.get(place).transaction;
    return request.mode.conflictsWith(granted.getOrDefault(behind, 0));
  }

  /** Whether the queue can be brought into such an order. */
  synchronized boolean allows(List<Deadlock.Turn> turns) {
    return ordered(turns).isPresent();
  }

  /** {@code TopoSort}: from the end, so that who goes ahead goes no further than he must. */
  private Optional<List<Request>> ordered(List<Deadlock.Turn> turns) {
    List<Request> left = new ArrayList<>(queue);
    LinkedList<Request> order = new LinkedList<>();
    while (!left.isEmpty()) {
      int last = left.size() - 1;
      while (last >= 0 && goesBefore(left.get(last), left, turns)) {
        last--;
      }
      if (last < 0) {
        return Optional.empty();
      }
      order.addFirst(left.remove(last));
    }
    return Optional.of(order);
  }

  private static boolean goesBefore(
      Request request, List<Request> others, List<Deadlock.Turn> turns) {
    return turns.stream().anyMatch(turn -> turn.first() == request && others.contains(turn.then()));
  }

  /** Those who wait take these turns from now on. */
  synchronized void reorder(List<Deadlock.Turn> turns) {
    ordered(turns)
        .ifPresent(
            order -> {
              queue.clear();
              queue.addAll(order);
            });
    grantWaiting();
  }

  private void grant(Request request) {
    noteShared(request);
    granted.merge(request.transaction, request.mode.bit(), (held, more) -> held | more);
    request.granted = true;
  }

  /** {@code FastPathTransferRelationLocks}. */
  private void noteShared(Request request) {
    if (request.mode.isStrong()) {
      shared.putAll(granted);
    }
    boolean strong =
        request.mode.isStrong()
            || queue.stream().anyMatch(one -> one.mode.isStrong())
            || granted.values().stream().anyMatch(Lock::hasStrong);
    if (strong) {
      shared.merge(request.transaction, request.mode.bit(), (known, more) -> known | more);
    }
  }

  private static boolean hasStrong(int modes) {
    return modes >= LockMode.SHARE.bit();
  }

  /** Who has what of it, and who waits for what. */
  synchronized void report(LockStatusData data) {
    granted.forEach(
        (transaction, modes) ->
            data.held(tag, transaction, modes, shared.getOrDefault(transaction, 0)));
    queue.forEach(request -> data.awaited(tag, request.transaction, request.mode));
  }

  /** {@code ProcLockWakeup}: those that can go on now, nobody before those ahead of him. */
  private void grantWaiting() {
    for (Request request : List.copyOf(queue)) {
      if (request.conflicting().isEmpty()) {
        queue.remove(request);
        grant(request);
        request.waiters.forEach(Awaited.Waiter::wake);
      }
    }
  }

  /** Takes a request back that was not granted. */
  private synchronized void cancel(Request request) {
    if (queue.remove(request)) {
      grantWaiting();
    }
  }

  /** A transaction holds these modes, and no others, from now on. */
  synchronized void reduce(SessionTransaction transaction, int modes) {
    if (modes == 0) {
      granted.remove(transaction);
      shared.remove(transaction);
    } else {
      granted.put(transaction, modes);
    }
    if (!queue.isEmpty()) {
      grantWaiting();
    }
    forgetIfUnused();
  }

  /** Another holds these modes from now on, for all to see ({@code twophase.c}). */
  synchronized void handOver(SessionTransaction from, SessionTransaction to, int modes) {
    int left = granted.getOrDefault(from, 0) & ~modes;
    shared.remove(from);
    if (left == 0) {
      granted.remove(from);
    } else {
      granted.put(from, left);
    }
    granted.put(to, modes);
    shared.put(to, modes);
  }

  private void forgetIfUnused() {
    if (tag.isFleeting() && granted.isEmpty() && queue.isEmpty()) {
      forgotten = true;
    }
  }

  synchronized boolean isForgotten() {
    return forgotten;
  }

  /** One that waits, or has waited. */
  public final class Request implements Awaited {
    private final SessionTransaction transaction;
    private final LockMode mode;
    private final List<Awaited.Waiter> waiters = new ArrayList<>(1);
    private volatile boolean granted;

    /** Guarded by the lock. */
    private boolean hopeless;

    private Request(SessionTransaction transaction, LockMode mode) {
      this.transaction = transaction;
      this.mode = mode;
    }

    private List<SessionTransaction> conflictingHolders() {
      List<SessionTransaction> conflicting = new ArrayList<>(0);
      Lock.this.granted.forEach(
          (other, modes) -> {
            if (other != transaction && mode.conflictsWith(modes)) {
              conflicting.add(other);
            }
          });
      return conflicting;
    }

    /** Those who hold what conflicts, and those ahead who wait for what conflicts. */
    private List<SessionTransaction> conflicting() {
      List<SessionTransaction> conflicting = conflictingHolders();
      for (Request ahead : queue) {
        if (ahead == this) {
          break;
        }
        if (mode.conflictsWith(ahead.mode.bit())) {
          conflicting.add(ahead.transaction);
        }
      }
      return conflicting;
    }

    Lock lock() {
      return Lock.this;
    }

    SessionTransaction transaction() {
      return transaction;
    }

    /** Those ahead, in the order of such turns, who wait for what conflicts. */
    List<Request> ahead(List<Deadlock.Turn> turns) {
      synchronized (Lock.this) {
        List<Request> order = ordered(turns).orElse(queue);
        if (!order.contains(this)) {
          return List.of();
        }
        return order.stream()
            .takeWhile(one -> one != this)
            .filter(one -> mode.conflictsWith(one.mode.bit()))
            .toList();
      }
    }

    @Override
    public List<SessionTransaction> holders() {
      synchronized (Lock.this) {
        return granted ? List.of() : conflictingHolders();
      }
    }

    @Override
    public boolean isHopeless() {
      synchronized (Lock.this) {
        return hopeless;
      }
    }

    void cancel() {
      Lock.this.cancel(this);
    }

    @Override
    public boolean isOver() {
      return granted;
    }

    @Override
    public List<SessionTransaction> blockers() {
      synchronized (Lock.this) {
        return granted ? List.of() : conflicting();
      }
    }

    @Override
    public String description() {
      return mode.word() + " on " + tag.description();
    }

    @Override
    public Kind kind() {
      return tag.kind();
    }

    @Override
    public void register(Awaited.Waiter waiter) {
      synchronized (Lock.this) {
        waiters.add(waiter);
      }
    }

    @Override
    public void unregister(Awaited.Waiter waiter) {
      synchronized (Lock.this) {
        waiters.remove(waiter);
      }
    }
  }
}
