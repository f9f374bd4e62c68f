package io.pgdouble.engine;

import io.pgdouble.engine.function.PreparedXact;
import io.pgdouble.engine.storage.Awaited;
import io.pgdouble.engine.storage.TransactionOwner;
import io.pgdouble.engine.transaction.BlockOutcome;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.settings.SettingsHost.Role;

/** How one session prepares its transaction, and finishes those that are. */
record TwoPhase(EngineSession session) {

  /** {@code xact.c: PrepareTransaction}, once nothing of the user's own runs any more. */
  void prepare(String gid) {
    if (session.storage().hasUsedTemporaryObjects() || session.temporary().isTouched()) {
      throw refused("cannot PREPARE a transaction that has operated on temporary objects");
    }
    PreparedXact known =
        new PreparedXact(
            session.storage().transaction().xid(),
            gid,
            session.host().now(),
            session.settings().identity().currentUser().oid(),
            session.databaseOid());
    if (session.engine().hasFollowers()) {
      throw ErrorReport.notSimulated("prepared transactions on a data directory, or with standbys")
          .toException();
    }
    PreparedTransactions all = session.engine().prepared();
    all.reserve(known, session.settings().integer("max_prepared_transactions"));
    try {
      check();
    } catch (ReportedError e) {
      all.release(gid);
      throw e;
    }
    Object holder = new Object();
    all.add(
        new PreparedTransactions.Prepared(
            known,
            session.storage().prepare(new Nobody(known, session.host().transaction().id())),
            session.changes().handOver(holder),
            holder));
  }

  private void check() {
    if (session.execution().notifications().hasSomethingToDo()) {
      throw refused("cannot PREPARE a transaction that has executed LISTEN, UNLISTEN, or NOTIFY");
    }
    session.storage().checkPrepare();
  }

  private static ReportedError refused(String message) {
    return new ReportedError(SqlState.FEATURE_NOT_SUPPORTED, message);
  }

  /** {@code twophase.c: FinishPreparedTransaction}. */
  void finish(String gid, BlockOutcome outcome) {
    Engine engine = session.engine();
    PreparedTransactions.Prepared one = engine.prepared().take(gid, this::checkFinish);
    if (outcome == BlockOutcome.COMMIT) {
      engine.commitPrepared(one);
    } else {
      one.storage().abort();
      engine.release(one.holder());
    }
  }

  /** {@code LockGXact}. */
  private void checkFinish(PreparedXact one) {
    Role user = session.settings().identity().currentUser();
    if (user.oid() != one.owner() && !session.isSuperuser(user)) {
      throw ErrorReport.error(
              SqlState.INSUFFICIENT_PRIVILEGE, "permission denied to finish prepared transaction")
          .withHint("Must be superuser or the user that prepared the transaction.")
          .toException();
    }
    if (one.database() != session.databaseOid()) {
      throw ErrorReport.error(
              SqlState.FEATURE_NOT_SUPPORTED, "prepared transaction belongs to another database")
          .withHint("Connect to the database where the transaction was prepared to finish it.")
          .toException();
    }
  }

  /** The process that a prepared transaction has ({@code MarkAsPreparingGuts}). */
  private record Nobody(PreparedXact known, String virtualId) implements TransactionOwner {
    @Override
    public void await(Awaited other) {
      throw new IllegalStateException("a prepared transaction waits for nobody");
    }

    @Override
    public int pid() {
      return 0;
    }

    @Override
    public long database() {
      return known.database();
    }

    @Override
    public boolean isRunning() {
      return false;
    }

    @Override
    public int fastPathGroups() {
      return 0;
    }

    @Override
    public long now() {
      return known.preparedAt();
    }

    @Override
    public void numbered(long xid) {
      throw new IllegalStateException("a prepared transaction has its number");
    }
  }
}
