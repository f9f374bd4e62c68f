package io.pgdouble.engine;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.settings.SettingsHost;
import java.util.Optional;

/** What the settings want to know of their session. */
final class SettingsQuestions implements SettingsHost {
  private final EngineSession session;

  SettingsQuestions(EngineSession session) {
    this.session = session;
  }

  @Override
  public Optional<Role> role(String name) {
    return Roles.find(name, session.changes().facts());
  }

  @Override
  public boolean maySetRole(Role member, Role role) {
    return session.membership().maySet(member.oid(), role.oid());
  }

  @Override
  public boolean hasPrivilegesOf(Role member, Role role) {
    return session.membership().hasPrivilegesOf(member.oid(), role.oid());
  }

  @Override
  public boolean isSuperuser(Role role) {
    return session.isSuperuser(role);
  }

  @Override
  public boolean inTransaction() {
    return session.block().isTransactionOrBlock() && !session.block().isAborted();
  }

  @Override
  public boolean inSubtransaction() {
    return session.block().isSubTransaction();
  }

  @Override
  public boolean snapshotTaken() {
    return session.snapshotTaken();
  }

  @Override
  public boolean inRecovery() {
    return session.host().server().recovery().inProgress();
  }

  @Override
  public void notice(ErrorReport notice) {
    session.notice(notice);
  }

  @Override
  public void seed(double seed) {
    session.execution().random().seed(seed);
  }
}
