package io.pgdouble.engine;

import io.pgdouble.engine.storage.Deadlock;
import io.pgdouble.engine.storage.SessionTransaction;
import io.pgdouble.engine.storage.Xact;
import io.pgdouble.engine.transaction.MustWait;
import java.util.Optional;

/**
 * How a session waits for the end of another's transaction. Source: {@code lmgr.c:
 * XactLockTableWait}, {@code proc.c: ProcSleep}.
 */
final class TransactionWaits implements SessionTransaction.Waits {
  private static final long MICROS = 1000;

  private final EngineSession session;

  TransactionWaits(EngineSession session) {
    this.session = session;
  }

  @Override
  public int pid() {
    return session.host().pid();
  }

  @Override
  public void awaitEnd(Xact other) {
    if (!session.host().mayPark()) {
      throw new MustWait();
    }
    Xact.Waiter waiter = session.host()::wake;
    int timeout = session.settings().integer("lock_timeout");
    other.register(waiter);
    session.activity().waitsFor(Optional.of(WaitEvent.TRANSACTION_ID));
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

  /** Who has waited for {@code deadlock_timeout} looks whether he waits for himself. */
  private void park(Xact other) {
    long patience = session.settings().integer("deadlock_timeout") * MICROS;
    long suspicious = session.host().now() + patience;
    while (other.isInProgress()) {
      session.interrupts().check();
      long left = suspicious - session.host().now();
      session.host().park(left > 0 ? left : Long.MAX_VALUE);
      if (left > 0 && session.host().now() >= suspicious) {
        Deadlock.check(session.storage().transaction());
      }
    }
  }
}
