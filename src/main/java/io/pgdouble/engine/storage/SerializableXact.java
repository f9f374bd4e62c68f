package io.pgdouble.engine.storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One serializable transaction, from its snapshot until nobody that overlaps it runs any more
 * ({@code predicate_internals.h: SERIALIZABLEXACT}). Guarded by {@link SerializableTransactions},
 * but for {@link #isOver}.
 */
final class SerializableXact implements Awaited {
  static final long NEVER = Long.MAX_VALUE;

  final SessionTransaction session;
  final boolean declaredReadOnly;

  /** {@code SeqNo.lastCommitBeforeSnapshot}. */
  final long lastCommitBeforeSnapshot;

  /** The oldest transaction that ran when the snapshot was taken. */
  final long xmin;

  final Map<PredicateTarget, Certainty> locks = new HashMap<>();

  /** Who writes what this one has read. */
  final Map<SerializableXact, Certainty> out = new LinkedHashMap<>();

  /** Who has read what this one writes. */
  final Map<SerializableXact, Certainty> in = new LinkedHashMap<>();

  /** Of one that only reads: who may make its snapshot unsafe; of another: whose he may. */
  final Set<SerializableXact> possibleUnsafe = new LinkedHashSet<>();

  /** The first commit of whoever it has a conflict out to, by how certain that is. */
  final Map<Certainty, Long> earliestOut = new HashMap<>(0);

  /** Of the whole transaction; 0 while it has none. */
  long xid;

  boolean readOnly;
  boolean wrote;
  boolean prepared;
  boolean committed;
  boolean doomed;

  /** It may be doomed, which depends on plans. */
  boolean doubtful;

  boolean released;
  long prepareSeqNo = NEVER;
  long commitSeqNo = NEVER;
  long finishedBefore = NEVER;

  /** Whether its snapshot is safe, or is not. */
  volatile Safety safety = Safety.UNKNOWN;

  private final List<Waiter> waiters = new ArrayList<>(0);

  /** What is known of the snapshot of one that only reads. */
  enum Safety {
    UNKNOWN,
    SAFE,
    UNSAFE,
    DOUBTFUL
  }

  SerializableXact(SessionTransaction session, SerializableAccess access, long last, long xmin) {
    this.session = session;
    this.declaredReadOnly = access == SerializableAccess.READ_ONLY;
    this.readOnly = declaredReadOnly;
    this.lastCommitBeforeSnapshot = last;
    this.xmin = xmin;
  }

  /** {@code SxactHasConflictOut}. */
  boolean hasConflictOut(Certainty certainty) {
    return earliestOut(certainty) != NEVER;
  }

  /** {@code SeqNo.earliestOutConflictCommit}. */
  long earliestOut(Certainty certainty) {
    long earliest = earliestOut.getOrDefault(Certainty.CERTAIN, NEVER);
    return certainty == Certainty.CERTAIN
        ? earliest
        : Math.min(earliest, earliestOut.getOrDefault(Certainty.POSSIBLE, NEVER));
  }

  void becomes(Safety known) {
    safety = known;
    List<Waiter> woken;
    synchronized (waiters) {
      woken = List.copyOf(waiters);
    }
    woken.forEach(Waiter::wake);
  }

  @Override
  public boolean isOver() {
    return safety != Safety.UNKNOWN;
  }

  @Override
  public List<SessionTransaction> blockers() {
    return List.of();
  }

  @Override
  public String description() {
    return "a safe snapshot";
  }

  @Override
  public Kind kind() {
    return Kind.SAFE_SNAPSHOT;
  }

  @Override
  public void register(Waiter waiter) {
    synchronized (waiters) {
      waiters.add(waiter);
    }
  }

  @Override
  public void unregister(Waiter waiter) {
    synchronized (waiters) {
      waiters.remove(waiter);
    }
  }
}
