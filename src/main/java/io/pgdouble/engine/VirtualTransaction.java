package io.pgdouble.engine;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The transaction of one backend as it is known before, and whether or not, it has a number of its
 * own: by the backend's number and a count that goes on with the next backend of that number
 * ({@code lock.h: VirtualTransactionId}). Its owner changes it, and any thread reads it.
 */
public final class VirtualTransaction {
  /** {@code InvalidLocalTransactionId}: none runs. */
  private static final int NONE = 0;

  private final int backend;
  private final AtomicInteger local = new AtomicInteger();
  private final AtomicLong xid = new AtomicLong();
  private int last;

  public VirtualTransaction(int backend) {
    this.backend = backend;
  }

  /** The backend's number: unlike a pid, a small one, which soon is another's. */
  public int backend() {
    return backend;
  }

  /**
   * {@code StartTransaction}: whoever had the number before may have ended within a transaction.
   */
  public void started() {
    last++;
    xid.lazySet(0);
    local.lazySet(last);
  }

  /** {@code GetNewTransactionId}. */
  void numbered(long id) {
    xid.lazySet(id);
  }

  /** {@code ProcArrayEndTransaction}. */
  public void ended() {
    local.lazySet(NONE);
  }

  /** Of a failed transaction the number is known until then ({@code CleanupTransaction}). */
  void cleanedUp() {
    xid.lazySet(0);
  }

  /** As {@code pg_locks.virtualtransaction} shows it. */
  public String id() {
    return backend + "/" + Integer.toUnsignedString(local.get());
  }

  boolean isRunning() {
    return local.get() != NONE;
  }

  /** The transaction's number; 0 while it has none. */
  public long xid() {
    return xid.get();
  }
}
