package io.pgdouble.engine;

import io.pgdouble.engine.command.CommitActions;
import io.pgdouble.engine.notification.SessionNotifications;
import io.pgdouble.engine.portal.Portals;
import io.pgdouble.engine.storage.SerializableAccess;
import io.pgdouble.engine.storage.SessionStorage;
import io.pgdouble.engine.transaction.SubTransaction;
import io.pgdouble.engine.transaction.TransactionEvents;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.settings.SessionSettings;
import io.pgdouble.settings.SettingScope;
import io.pgdouble.settings.TransactionOutcome;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a session's memory follows transactions: portals, settings, the snapshot, changed
 * catalogs.
 */
final class TransactionMemory implements TransactionEvents {
  private static final List<String> CHARACTERISTICS =
      List.of("transaction_isolation", "transaction_read_only", "transaction_deferrable");

  private final EngineSession session;
  private final List<String> saved = new ArrayList<>(0);
  private boolean snapshotTaken;

  TransactionMemory(EngineSession session) {
    this.session = session;
  }

  /** The session ends: what it has not committed never was. */
  void end() {
    session.changes().aborted();
    session.temporary().end(session);
    if (session.storage() != null) {
      session.storage().end();
    }
    notifications().end();
  }

  private SessionNotifications notifications() {
    return session.execution().notifications();
  }

  private Portals portals() {
    return session.portals();
  }

  private SessionSettings settings() {
    return session.settings();
  }

  boolean snapshotTaken() {
    return snapshotTaken;
  }

  void takeSnapshot() {
    if (!snapshotTaken) {
      refuseSerializableInRecovery();
      beginSerializable();
    }
    snapshotTaken = true;
    session.changes().takeSnapshot();
    session.storage().transaction().snapshot(session.view().snapshots);
  }

  /** {@code predicate.c: GetSerializableTransactionSnapshot}. */
  private void refuseSerializableInRecovery() {
    if (session.view().serializable && session.host().server().recovery().inProgress()) {
      throw ErrorReport.error(
              SqlState.FEATURE_NOT_SUPPORTED, "cannot use serializable mode in a hot standby")
          .withDetail("\"default_transaction_isolation\" is set to \"serializable\".")
          .withHint(
              "You can use \"SET default_transaction_isolation = 'repeatable read'\" to change the"
                  + " default.")
          .toException();
    }
  }

  /** {@code predicate.c: GetSerializableTransactionSnapshot}. */
  private void beginSerializable() {
    if (!session.view().serializable) {
      return;
    }
    SessionStorage storage = session.storage();
    Runnable snapshot = () -> storage.transaction().snapshot(session.view().snapshots);
    boolean readOnly = settings().bool("transaction_read_only");
    if (readOnly && settings().bool("transaction_deferrable")) {
      storage.beginDeferrable(snapshot);
    } else {
      storage.beginSerializable(
          readOnly ? SerializableAccess.READ_ONLY : SerializableAccess.READ_WRITE, snapshot);
    }
  }

  @Override
  public void started() {
    session.host().transaction().started();
    snapshotTaken = false;
    session.changes().started();
    session.storage().started();
    notifications().started();
    session.transactionStarted();
    settings().startTransaction();
  }

  @Override
  public void preCommit() {
    session.storage().checks().preCommit();
    portals().preCommit();
    if (!session.temporary().onCommit().isEmpty()) {
      new CommitActions(session).run();
    }
    notifications().preCommit(session.storage().transaction()::xid);
    session.storage().preCommit();
  }

  @Override
  public void prepare(String gid) {
    session.storage().checks().preCommit();
    portals().prePrepare();
    if (!session.temporary().onCommit().isEmpty()) {
      new CommitActions(session).run();
    }
    session.storage().preCommit();
    new TwoPhase(session).prepare(gid);
    settings().endTransaction(TransactionOutcome.COMMITTED);
    session.host().transaction().ended();
    session.host().transaction().cleanedUp();
    session.transactionEnded();
  }

  @Override
  public void committed() {
    settings().endTransaction(TransactionOutcome.COMMITTED);
    notifications().committed(() -> session.changes().committed(session.storage()));
    session.host().transaction().ended();
    session.host().transaction().cleanedUp();
    session.transactionEnded();
  }

  @Override
  public void aborted() {
    portals().atAbort();
    settings().endTransaction(TransactionOutcome.ABORTED);
    session.changes().aborted();
    session.storage().aborted();
    notifications().aborted();
    session.host().transaction().ended();
    session.transactionEnded();
  }

  @Override
  public void cleanedUp() {
    portals().atCleanup();
    session.host().transaction().cleanedUp();
  }

  @Override
  public void subStarted(SubTransaction sub) {
    settings().startSubtransaction();
    session.changes().subStarted();
    session.storage().subStarted();
    notifications().subStarted();
  }

  @Override
  public void subCommitted(SubTransaction sub) {
    portals().atSubCommit(sub);
    settings().endSubtransaction(TransactionOutcome.COMMITTED);
    session.changes().subCommitted();
    session.storage().subCommitted();
    notifications().subCommitted();
  }

  @Override
  public void subAborted(SubTransaction sub) {
    portals().atSubAbort(sub);
    settings().endSubtransaction(TransactionOutcome.ABORTED);
    session.changes().subAborted();
    session.storage().subAborted();
    notifications().subAborted();
  }

  @Override
  public void subCleanedUp(SubTransaction sub) {
    portals().atSubCleanup(sub);
  }

  @Override
  public void saveCharacteristics() {
    saved.clear();
    CHARACTERISTICS.forEach(name -> saved.add(settings().show(name)));
  }

  @Override
  public void restoreCharacteristics() {
    for (int i = 0; i < saved.size(); i++) {
      settings().set(CHARACTERISTICS.get(i), saved.get(i), SettingScope.LOCAL);
    }
  }
}
