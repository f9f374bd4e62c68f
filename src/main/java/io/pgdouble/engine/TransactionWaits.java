package io.pgdouble.engine;

import io.pgdouble.engine.storage.Awaited;
import io.pgdouble.engine.storage.Deadlock;
import io.pgdouble.engine.storage.TransactionOwner;
import io.pgdouble.engine.transaction.MustWait;
import io.pgdouble.facts.MajorChange;
import java.util.Optional;

/**
 * How a session waits for the end of another's transaction. Source: {@code lmgr.c:
 * XactLockTableWait}, {@code proc.c: ProcSleep}.
 */
final class TransactionWaits implements TransactionOwner {
  private static final long MICROS = 1000;
  private static final int SLOTS_PER_GROUP = 16;

  private final EngineSession session;

  TransactionWaits(EngineSession session) {
    this.session = session;
  }

  @Override
  public int pid() {
    return session.host().pid();
  }

  @Override
  public long database() {
    return session.databaseOid();
  }

  @Override
  public String virtualId() {
    return session.host().transaction().id();
  }

  @Override
  public boolean isRunning() {
    return session.host().transaction().isRunning();
  }

  /** {@code postinit.c: InitializeFastPathLocks}. */
  @Override
  public int fastPathGroups() {
    int wanted = session.settings().integer("max_locks_per_transaction");
    int groups = 1;
    while (groups * SLOTS_PER_GROUP < wanted) {
      groups *= 2;
    }
    boolean several = MajorChange.FAST_PATH_HAS_GROUPS.isIn(session.engine().facts().major());
    return several ? groups : 1;
  }

  @Override
  public long now() {
    return session.host().now();
  }

  @Override
  public void numbered(long xid) {
    session.host().transaction().numbered(xid);
  }

  @Override
  public void await(Awaited other) {
    if (!session.host().mayPark()) {
      session.beginsAgain();
      throw new MustWait();
    }
    Awaited.Waiter waiter = session.host()::wake;
    boolean lock = other.kind() != Awaited.Kind.SAFE_SNAPSHOT;
    int timeout = lock ? session.settings().integer("lock_timeout") : 0;
    other.register(waiter);
    session.activity().waitsFor(Optional.of(event(other.kind())));
    if (timeout > 0) {
      session.host().arm(Timer.LOCK_TIMEOUT, timeout);
    }
    try {
      park(other);
    } finally {
      other.unregister(waiter);
      session.activity().waitsFor(Optional.empty());
      if (timeout > 0) {
        session.host().disarm(Timer.LOCK_TIMEOUT);
      }
    }
  }

  private static WaitEvent event(Awaited.Kind kind) {
    return switch (kind) {
      case TRANSACTION_ID -> WaitEvent.TRANSACTION_ID;
      case RELATION -> WaitEvent.RELATION;
      case ADVISORY -> WaitEvent.ADVISORY;
      case TUPLE -> WaitEvent.TUPLE;
      case OBJECT -> WaitEvent.OBJECT;
      case SAFE_SNAPSHOT -> WaitEvent.SAFE_SNAPSHOT;
    };
  }

  /** Who has waited for {@code deadlock_timeout} looks whether he waits for himself. */
  private void park(Awaited other) {
    long patience = session.settings().integer("deadlock_timeout") * MICROS;
    long suspicious = session.host().now() + patience;
    if (other.isHopeless()) {
      Deadlock.check(session.storage().transaction());
    }
    while (!other.isOver()) {
      session.interrupts().check();
      long left = suspicious - session.host().now();
      session.host().park(left > 0 ? left : Long.MAX_VALUE);
      if (left > 0 && session.host().now() >= suspicious) {
        Deadlock.check(session.storage().transaction());
      }
    }
  }
}
