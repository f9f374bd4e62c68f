package io.pgdouble.engine.storage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gathers what is locked and waited for. Source: {@code lock.c: GetLockStatusData}, whose order is
 * that of a hash table: only what is held by the fast path is told first.
 */
final class LockStatusData {
  /** {@code FP_LOCK_SLOTS_PER_BACKEND}. */
  private static final int FAST_PATH_SLOTS = 16;

  private static final long FAST_PATH_MULTIPLIER = 49_157;

  private static final Object[] NO_TARGET = new Object[10];
  private static final int VIRTUAL_XID = 5;
  private static final int XID = 6;

  private final Collection<SessionTransaction> sessions;
  private final List<Lock> locks;
  private final SerializableTransactions serializable;
  private final List<LockStatus> fast = new ArrayList<>();
  private final List<LockStatus> shared = new ArrayList<>();

  /** Modes of relations by who holds them, and those of them in the shared table. */
  private final Map<SessionTransaction, Map<Storage.FileId, Modes>> relations = new HashMap<>();

  private record Modes(int held, int shared) {
    Modes and(Modes other) {
      return new Modes(held | other.held, shared | other.shared);
    }

    /** Those that need not be in the shared table: none beside a strong one. */
    int weak() {
      boolean strong = modes(held).stream().anyMatch(LockMode::isStrong);
      int own = 0;
      for (LockMode mode : modes(held & ~shared)) {
        own |= mode.isWeak() ? mode.bit() : 0;
      }
      return strong ? 0 : own;
    }
  }

  LockStatusData(
      Collection<SessionTransaction> sessions,
      List<Lock> locks,
      SerializableTransactions serializable) {
    this.serializable = serializable;
    this.sessions = sessions;
    this.locks = locks;
  }

  List<LockStatus> all() {
    locks.forEach(lock -> lock.report(this));
    sessions.forEach(this::ofSession);
    serializable.report(this);
    List<LockStatus> all = new ArrayList<>(fast);
    all.addAll(shared);
    return all;
  }

  /** A lock that is held in these modes. */
  void held(LockTag tag, SessionTransaction holder, int modes, int inTable) {
    if (tag instanceof Storage.FileId relation) {
      relations
          .computeIfAbsent(holder, key -> new HashMap<>())
          .put(relation, new Modes(modes, inTable));
    } else {
      for (LockMode mode : modes(modes)) {
        shared.add(row(tag.columns(), holder, mode.word(), Way.HELD));
      }
    }
  }

  /** A lock that is waited for. */
  void awaited(LockTag tag, SessionTransaction waiter, LockMode mode) {
    shared.add(row(tag.columns(), waiter, mode.word(), Way.AWAITED));
  }

  /** What a serializable transaction has read. */
  void read(PredicateTarget target, SessionTransaction reader) {
    shared.add(row(target.columns(), reader, "SIReadLock", Way.HELD));
  }

  private enum Way {
    FAST_PATH,
    HELD,
    AWAITED
  }

  private static LockStatus row(Object[] target, SessionTransaction who, String mode, Way way) {
    return new LockStatus(
        target,
        who.virtualId(),
        who.pid(),
        mode,
        way != Way.AWAITED,
        way == Way.FAST_PATH,
        way == Way.AWAITED ? who.waitStart() : 0);
  }

  private static Set<LockMode> modes(int bits) {
    Set<LockMode> modes = EnumSet.noneOf(LockMode.class);
    for (LockMode mode : LockMode.values()) {
      if ((bits & mode.bit()) != 0) {
        modes.add(mode);
      }
    }
    return modes;
  }

  private void ofSession(SessionTransaction session) {
    ofRelations(session);
    if (session.isRunning()) {
      Object[] own = target("virtualxid", VIRTUAL_XID, session.virtualId());
      fast.add(row(own, session, exclusive(), Way.FAST_PATH));
    }
    for (long xid : session.xids()) {
      shared.add(row(target("transactionid", XID, xid), session, exclusive(), Way.HELD));
    }
    if (session.waitingFor() instanceof Xact other && !other.isOver()) {
      shared.add(
          row(
              target("transactionid", XID, other.id()),
              session,
              LockMode.SHARE.word(),
              Way.AWAITED));
    }
  }

  private static String exclusive() {
    return LockMode.EXCLUSIVE.word();
  }

  private static Object[] target(String type, int column, Object value) {
    Object[] target = NO_TARGET.clone();
    target[0] = type;
    target[column] = value;
    return target;
  }

  private void ofRelations(SessionTransaction session) {
    Map<Storage.FileId, Modes> all = new LinkedHashMap<>();
    for (ImpliedLock lock : session.implied().all()) {
      long database = lock.place() == ImpliedLock.Place.CLUSTER ? 0 : session.database();
      long relation = Integer.toUnsignedLong(lock.relation());
      Modes modes = new Modes(lock.mode().bit(), 0);
      all.merge(new Storage.FileId(database, relation), modes, Modes::and);
    }
    relations
        .getOrDefault(session, Map.of())
        .forEach((relation, modes) -> all.merge(relation, modes, Modes::and));
    FastPathSlots slots = new FastPathSlots(session.fastPathGroups());
    all.forEach((relation, modes) -> ofRelation(session, relation, modes, slots));
  }

  private void ofRelation(
      SessionTransaction session, Storage.FileId relation, Modes modes, FastPathSlots slots) {
    boolean own = relation.database() != 0 && relation.database() == session.database();
    int weak = modes.weak();
    boolean quick = own && weak != 0 && slots.take(relation.node());
    for (LockMode mode : modes(modes.held())) {
      boolean isFast = quick && (weak & mode.bit()) != 0;
      (isFast ? fast : shared)
          .add(row(relation.columns(), session, mode.word(), isFast ? Way.FAST_PATH : Way.HELD));
    }
  }

  /** The places that a backend has for locks that nobody else need look for. */
  private static final class FastPathSlots {
    private final int[] used;

    FastPathSlots(int groups) {
      this.used = new int[groups];
    }

    /** {@code FAST_PATH_REL_GROUP}. */
    boolean take(long relation) {
      if (used.length == 0) {
        return false;
      }
      int group = (int) (relation * FAST_PATH_MULTIPLIER & used.length - 1);
      used[group]++;
      return used[group] <= FAST_PATH_SLOTS;
    }
  }
}
