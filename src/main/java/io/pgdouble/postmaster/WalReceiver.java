package io.pgdouble.postmaster;

import io.pgdouble.engine.CommittedChanges;
import io.pgdouble.engine.Engine;

/**
 * Hands what a primary sends to the recovery of its standby. {@code walreceiver.c}.
 *
 * @param recovery of the standby
 * @param backends that may stand in the way
 */
record WalReceiver(Engine standby, RecoveryProgress recovery, BackendRegister backends)
    implements Engine.Follower {
  @Override
  public void base(Runnable copy) {
    recovery.receive(copy);
  }

  @Override
  public void committed(CommittedChanges changes) {
    recovery.receiveCommit(() -> replay(changes));
  }

  private void replay(CommittedChanges changes) {
    standby.dropped(changes).forEach(backends::endSessionsOf);
    standby.replay(changes);
  }
}
