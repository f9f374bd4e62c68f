package io.pgdouble.engine.storage;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one session's transaction, or the session itself, has locked ({@code LOCALLOCK}). */
final class HeldLocks {
  private final Storage storage;
  private final SessionTransaction transaction;
  private final Map<LockTag, Integer> modes = new HashMap<>(4);

  /** What was held when each subtransaction began, from the outermost on. */
  private final List<Map<LockTag, Integer>> levels = new ArrayList<>(0);

  /** How often the session itself holds each mode. */
  private final Map<LockTag, int[]> ofSession = new HashMap<>(0);

  HeldLocks(Storage storage, SessionTransaction transaction) {
    this.storage = storage;
    this.transaction = transaction;
  }

  boolean holds(LockTag tag, LockMode mode) {
    Integer held = modes.get(tag);
    return held != null && (held & mode.bit()) != 0;
  }

  private int modesOfSession(LockTag tag) {
    int[] counts = ofSession.isEmpty() ? null : ofSession.get(tag);
    int held = 0;
    for (int i = 0; counts != null && i < counts.length; i++) {
      held |= counts[i] > 0 ? 1 << i : 0;
    }
    return held;
  }

  private boolean holdsAtAll(LockTag tag, LockMode mode) {
    return holds(tag, mode) || (modesOfSession(tag) & mode.bit()) != 0;
  }

  /**
   * Has a lock until the transaction ends, if need be after waiting.
   *
   * @return whether it had to be waited for
   */
  boolean lock(LockTag tag, LockMode mode) {
    if (holds(tag, mode)) {
      return false;
    }
    boolean waited = acquire(tag, mode);
    held(tag, mode);
    return waited;
  }

  /** The same where it can be had at once; otherwise it is not had. */
  boolean tryLock(LockTag tag, LockMode mode) {
    boolean had = holds(tag, mode) || acquireAtOnce(tag, mode);
    if (had) {
      held(tag, mode);
    }
    return had;
  }

  /** Gives a lock up before the transaction ends. */
  void unlock(LockTag tag, LockMode mode) {
    int left = modes.getOrDefault(tag, 0) & ~mode.bit();
    if (left == 0) {
      modes.remove(tag);
    } else {
      modes.put(tag, left);
    }
    storage.reduce(tag, transaction, left | modesOfSession(tag));
  }

  private void held(LockTag tag, LockMode mode) {
    modes.merge(tag, mode.bit(), (held, more) -> held | more);
  }

  /** Has a lock until it is given up, as often as it was taken. */
  void lockForSession(LockTag tag, LockMode mode) {
    acquire(tag, mode);
    count(tag, mode);
  }

  boolean tryLockForSession(LockTag tag, LockMode mode) {
    boolean had = acquireAtOnce(tag, mode);
    if (had) {
      count(tag, mode);
    }
    return had;
  }

  private void count(LockTag tag, LockMode mode) {
    ofSession.computeIfAbsent(tag, key -> new int[LockMode.values().length])[mode.ordinal()]++;
  }

  boolean unlockOfSession(LockTag tag, LockMode mode) {
    int[] counts = ofSession.get(tag);
    if (counts == null || counts[mode.ordinal()] == 0) {
      return false;
    }
    counts[mode.ordinal()]--;
    int left = modesOfSession(tag);
    if (left == 0) {
      ofSession.remove(tag);
    }
    storage.reduce(tag, transaction, left | modes.getOrDefault(tag, 0));
    return true;
  }

  void unlockAllOfSession() {
    List<LockTag> tags = List.copyOf(ofSession.keySet());
    ofSession.clear();
    tags.forEach(tag -> storage.reduce(tag, transaction, modes.getOrDefault(tag, 0)));
  }

  private boolean acquire(LockTag tag, LockMode mode) {
    if (!ofSession.isEmpty() && holdsAtAll(tag, mode)) {
      return false;
    }
    Lock.Request request = storage.lock(tag).request(transaction, mode);
    while (request == null) {
      request = storage.lock(tag).request(transaction, mode);
    }
    boolean waited = !request.isOver();
    if (waited) {
      await(tag, request);
    }
    return waited;
  }

  private boolean acquireAtOnce(LockTag tag, LockMode mode) {
    if (holdsAtAll(tag, mode)) {
      return true;
    }
    Lock.Outcome outcome = storage.lock(tag).tryRequest(transaction, mode);
    while (outcome == Lock.Outcome.FORGOTTEN) {
      outcome = storage.lock(tag).tryRequest(transaction, mode);
    }
    return outcome == Lock.Outcome.GRANTED;
  }

  /** Who is interrupted may have got it at the same moment. */
  private void await(LockTag tag, Lock.Request request) {
    boolean had = false;
    try {
      transaction.await(request);
      had = true;
    } finally {
      request.cancel();
      if (!had) {
        storage.reduce(tag, transaction, modes.getOrDefault(tag, 0) | modesOfSession(tag));
      }
    }
  }

  /** {@code lock.c: AtPrepare_Locks}. */
  void requireNoneTwice() {
    boolean twice = modes.keySet().stream().anyMatch(ofSession::containsKey);
    if (twice) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED,
          "cannot PREPARE while holding both session-level and transaction-level locks on the same"
              + " object");
    }
  }

  /** {@code PostPrepare_Locks}: the transaction's are another's from now on. */
  HeldLocks handOver(SessionTransaction heir) {
    HeldLocks left = new HeldLocks(storage, heir);
    modes.forEach(
        (tag, held) -> {
          left.modes.put(tag, held);
          storage.lock(tag).handOver(transaction, heir, held);
        });
    modes.clear();
    levels.clear();
    return left;
  }

  void subStarted() {
    levels.add(Map.copyOf(modes));
  }

  void subCommitted() {
    levels.remove(levels.size() - 1);
  }

  void subAborted() {
    Map<LockTag, Integer> before = levels.remove(levels.size() - 1);
    for (LockTag tag : List.copyOf(modes.keySet())) {
      int kept = before.getOrDefault(tag, 0);
      storage.reduce(tag, transaction, kept | modesOfSession(tag));
      if (kept == 0) {
        modes.remove(tag);
      } else {
        modes.put(tag, kept);
      }
    }
  }

  void ended() {
    if (!modes.isEmpty()) {
      modes.keySet().forEach(tag -> storage.reduce(tag, transaction, modesOfSession(tag)));
      modes.clear();
    }
    levels.clear();
  }
}
