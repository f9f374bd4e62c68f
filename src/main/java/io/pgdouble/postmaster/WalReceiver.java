package io.pgdouble.postmaster;

import io.pgdouble.engine.CommittedChanges;
import io.pgdouble.engine.Engine;

/**
 * Hands what a primary sends to the recovery of its standby. {@code walreceiver.c}.
 *
 * @param recovery of the standby
 */
record WalReceiver(Engine standby, RecoveryProgress recovery) implements Engine.Follower {
  @Override
  public void base(Runnable copy) {
    recovery.receive(copy);
  }

  @Override
  public void committed(CommittedChanges changes) {
    recovery.receiveCommit(() -> standby.replay(changes));
  }
}
