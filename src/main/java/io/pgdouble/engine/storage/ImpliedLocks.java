package io.pgdouble.engine.storage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What one transaction has locked by the way. Its owner adds to it, and any thread reads it. */
final class ImpliedLocks {
  /** As plans know them; guarded by this. */
  private final List<Collection<ImpliedLock>> taken = new ArrayList<>(4);

  /** Guarded by this. */
  private boolean temporary;

  /** How many there were when each subtransaction began; its owner's alone. */
  private final List<Integer> levels = new ArrayList<>(0);

  synchronized void add(Collection<ImpliedLock> locks) {
    for (Collection<ImpliedLock> known : taken) {
      if (known == locks || known.equals(locks)) {
        return;
      }
    }
    taken.add(locks);
    temporary |= locks.stream().anyMatch(one -> one.place() == ImpliedLock.Place.TEMPORARY);
  }

  /** {@code XACT_FLAGS_ACCESSEDTEMPNAMESPACE}: stays, whatever is rolled back. */
  synchronized boolean areOfTemporaryObjects() {
    return temporary;
  }

  synchronized Set<ImpliedLock> all() {
    Set<ImpliedLock> all = new LinkedHashSet<>();
    taken.forEach(all::addAll);
    return all;
  }

  void subStarted() {
    levels.add(taken.size());
  }

  void subCommitted() {
    levels.remove(levels.size() - 1);
  }

  synchronized void subAborted() {
    taken.subList(levels.remove(levels.size() - 1), taken.size()).clear();
  }

  synchronized void ended() {
    taken.clear();
    temporary = false;
    levels.clear();
  }
}
