package io.pgdouble.postmaster;

import io.pgdouble.engine.CommittedChanges;
import io.pgdouble.engine.Engine;
import java.util.Optional;

/** Hands what a primary sends to the recovery of its standby. {@code walreceiver.c}. */
final class WalReceiver implements Engine.Follower {
  private final Engine standby;
  private final RecoveryProgress recovery;
  private final BackendRegister backends;
  private Optional<Engine> primary = Optional.empty();

  /**
   * @param recovery of the standby
   * @param backends that may stand in the way
   */
  WalReceiver(Engine standby, RecoveryProgress recovery, BackendRegister backends) {
    this.standby = standby;
    this.recovery = recovery;
    this.backends = backends;
  }

  /** Begins with a copy of this primary, and leaves the one that it followed. */
  synchronized void follow(Engine next) {
    leave();
    primary = Optional.of(next);
    standby.wal().timeline(next.wal().timeline());
    next.lead(this);
    recovery.follows(next::told);
  }

  /** Receives nothing more. */
  synchronized void leave() {
    recovery.isLeft();
    primary.ifPresent(former -> former.leave(this));
    primary = Optional.empty();
  }

  @Override
  public boolean isStandby() {
    return true;
  }

  @Override
  public void base(Engine.Base all) {
    recovery.receive(() -> standby.become(all));
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
