package io.pgdouble.engine.storage;

import java.util.concurrent.Semaphore;

/** A session of a thread of its own, which waits as a process does. */
final class ThreadedSession implements TransactionOwner {
  final SessionTransaction transaction;
  private final int pid;

  ThreadedSession(CommitLog log, int pid) {
    this.pid = pid;
    this.transaction = new SessionTransaction(log, this);
  }

  @Override
  public int pid() {
    return pid;
  }

  @Override
  public long database() {
    return 1;
  }

  @Override
  public String virtualId() {
    return pid + "/1";
  }

  @Override
  public boolean isRunning() {
    return true;
  }

  @Override
  public int fastPathGroups() {
    return 1;
  }

  @Override
  public long now() {
    return 0;
  }

  @Override
  public void numbered(long xid) {}

  @Override
  public void await(Awaited other) {
    Semaphore latch = new Semaphore(0);
    Awaited.Waiter waiter = latch::release;
    other.register(waiter);
    while (!other.isOver()) {
      latch.acquireUninterruptibly();
    }
    other.unregister(waiter);
  }

  /** A transaction begins, and sees what is committed now. */
  Snapshot begin() {
    transaction.started();
    return next();
  }

  /** The next statement begins. */
  Snapshot next() {
    return transaction.snapshot(SessionTransaction.Lasting.STATEMENT);
  }

  RowVersion insert(Heap heap, Object... columns) {
    Object[] row = RowVersion.room(columns.length);
    System.arraycopy(columns, 0, row, 0, columns.length);
    return heap.insert(row, transaction.writing());
  }

  RowClaims.Wish wish() {
    return new RowClaims.Wish(transaction.writing(), LockStrength.UPDATE);
  }

  Attempt update(Heap heap, RowVersion version, Object... columns) {
    Object[] row = RowVersion.room(columns.length);
    System.arraycopy(columns, 0, row, 0, columns.length);
    return transaction.claims().update(heap, version, row, wish());
  }

  Attempt delete(Heap heap, RowVersion version) {
    return transaction.claims().delete(heap, version, wish());
  }
}
