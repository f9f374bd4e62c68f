package io.pgdouble.engine.storage;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who has read what ({@code predicate.c: SIREAD locks}). Guarded by who owns it.
 *
 * <p>Of a page with more than so many locked rows the whole page is locked, and likewise a relation
 * ({@code CheckAndPromotePredicateLockRequest}).
 */
final class PredicateLocks {
  /** {@code max_pred_locks_per_page}. */
  private static final int PER_PAGE = 2;

  /** {@code max_pred_locks_per_transaction / -max_pred_locks_per_relation - 1}. */
  private static final int PER_RELATION = 31;

  private final Map<PredicateTarget, Map<SerializableXact, Certainty>> holders = new HashMap<>();

  Map<SerializableXact, Certainty> of(PredicateTarget target) {
    return holders.getOrDefault(target, Map.of());
  }

  /** What is locked of a relation. */
  List<PredicateTarget> within(PredicateTarget relation) {
    return holders.keySet().stream()
        .filter(one -> one.database() == relation.database())
        .filter(one -> one.relation() == relation.relation())
        .toList();
  }

  /** {@code PredicateLockAcquire}. */
  void acquire(SerializableXact xact, PredicateTarget wanted, Certainty certainty) {
    if (covers(xact, wanted, certainty)) {
      return;
    }
    PredicateTarget target = wanted;
    Certainty sure = certainty;
    put(xact, target, sure);
    PredicateTarget parent = promotion(xact, target);
    while (parent != null) {
      drop(xact, parent);
      put(xact, parent, sure);
      target = parent;
      parent = promotion(xact, target);
    }
    if (target.block() < 0 && sure == Certainty.CERTAIN) {
      drop(xact, target);
      put(xact, target, sure);
    }
  }

  /** {@code CoarserLockCovers}. */
  private boolean covers(SerializableXact xact, PredicateTarget wanted, Certainty certainty) {
    for (PredicateTarget at = wanted; at != null; at = at.parent()) {
      Certainty known = xact.locks.get(at);
      if (known != null && known.isAtLeast(certainty)) {
        return true;
      }
    }
    return false;
  }

  private void put(SerializableXact xact, PredicateTarget target, Certainty certainty) {
    Certainty now =
        xact.locks.merge(
            target, certainty, (known, more) -> known == Certainty.CERTAIN ? known : more);
    holders.computeIfAbsent(target, key -> new LinkedHashMap<>(2)).put(xact, now);
  }

  /** The page or relation that is locked instead; null where it is not time for it. */
  private static PredicateTarget promotion(SerializableXact xact, PredicateTarget target) {
    PredicateTarget parent = target.parent();
    if (parent == null) {
      return null;
    }
    int most = parent.isPage() ? PER_PAGE : PER_RELATION;
    long children = 0;
    for (PredicateTarget held : xact.locks.keySet()) {
      children += isWithin(held, parent) ? 1 : 0;
    }
    return children > most ? parent : null;
  }

  private static boolean isWithin(PredicateTarget inner, PredicateTarget outer) {
    PredicateTarget parent = inner.parent();
    return parent != null
        && (parent.equals(outer) || parent.parent() != null && parent.parent().equals(outer));
  }

  /** {@code DeleteChildTargetLocks}. */
  private void drop(SerializableXact xact, PredicateTarget parent) {
    for (PredicateTarget held : List.copyOf(xact.locks.keySet())) {
      if (isWithin(held, parent)) {
        release(xact, held);
      }
    }
  }

  void release(SerializableXact xact, PredicateTarget target) {
    xact.locks.remove(target);
    Map<SerializableXact, Certainty> of = holders.get(target);
    if (of != null) {
      of.remove(xact);
    }
    if (of != null && of.isEmpty()) {
      holders.remove(target);
    }
  }

  void releaseAll(SerializableXact xact) {
    List.copyOf(xact.locks.keySet()).forEach(target -> release(xact, target));
  }
}
