package io.pgdouble.engine.storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables that one session's transaction has locked ({@code LOCALLOCK}). */
final class HeldLocks {
  private final Storage storage;
  private final SessionTransaction transaction;
  private final Map<Storage.FileId, Integer> modes = new HashMap<>(4);

  /** What was held when each subtransaction began, from the outermost on. */
  private final List<Map<Storage.FileId, Integer>> levels = new ArrayList<>(0);

  HeldLocks(Storage storage, SessionTransaction transaction) {
    this.storage = storage;
    this.transaction = transaction;
  }

  private boolean holds(Storage.FileId relation, LockMode mode) {
    Integer held = modes.get(relation);
    return held != null && (held & mode.bit()) != 0;
  }

  /**
   * Has a lock, if need be after waiting.
   *
   * @return whether it had to be waited for
   */
  boolean lock(Storage.FileId relation, LockMode mode) {
    if (holds(relation, mode)) {
      return false;
    }
    RelationLock.Request request = storage.lock(relation).request(transaction, mode);
    boolean waited = !request.isOver();
    if (waited) {
      await(request);
    }
    modes.merge(relation, mode.bit(), (held, more) -> held | more);
    return waited;
  }

  private void await(RelationLock.Request request) {
    try {
      transaction.await(request);
    } finally {
      request.cancel();
    }
  }

  void subStarted() {
    levels.add(Map.copyOf(modes));
  }

  void subCommitted() {
    levels.remove(levels.size() - 1);
  }

  void subAborted() {
    Map<Storage.FileId, Integer> before = levels.remove(levels.size() - 1);
    for (Storage.FileId relation : List.copyOf(modes.keySet())) {
      int kept = before.getOrDefault(relation, 0);
      storage.lock(relation).reduce(transaction, kept);
      if (kept == 0) {
        modes.remove(relation);
      } else {
        modes.put(relation, kept);
      }
    }
  }

  void ended() {
    if (!modes.isEmpty()) {
      modes.keySet().forEach(relation -> storage.lock(relation).reduce(transaction, 0));
      modes.clear();
    }
    levels.clear();
  }
}
