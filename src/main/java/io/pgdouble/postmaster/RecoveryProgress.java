package io.pgdouble.postmaster;

import io.pgdouble.backend.WallClock;
import io.pgdouble.engine.function.Recovery;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * How far the recovery of a server has come: what the startup process would share with all others.
 * {@code xlogrecovery.h: XLogRecoveryCtlData}.
 */
final class RecoveryProgress implements Recovery {
  private final Runnable promotion;
  private final List<Runnable> received = new ArrayList<>();
  private volatile boolean inProgress = true;
  private volatile ReplayState replay = ReplayState.NOT_PAUSED;
  private volatile OptionalLong lastReplayed = OptionalLong.empty();

  /**
   * @param promotion what asks the postmaster for the end of recovery
   */
  RecoveryProgress(Runnable promotion) {
    this.promotion = promotion;
  }

  @Override
  public boolean inProgress() {
    return inProgress;
  }

  /** It begins again, after a crash. */
  void begin() {
    inProgress = true;
  }

  /** All that was received is replayed, and from now on the server writes itself. */
  void end() {
    replay(ReplayState.NOT_PAUSED);
    inProgress = false;
  }

  @Override
  public void promote() {
    promotion.run();
  }

  @Override
  public ReplayState replay() {
    return replay;
  }

  @Override
  public synchronized void replay(ReplayState wished) {
    replay = wished;
    if (wished == ReplayState.NOT_PAUSED) {
      received.forEach(Runnable::run);
      received.clear();
    }
  }

  /** A transaction of the primary has arrived: it is replayed, at once or when replay goes on. */
  synchronized void receive(Runnable transaction) {
    long committed = WallClock.now();
    Runnable replayed =
        () -> {
          transaction.run();
          lastReplayed = OptionalLong.of(committed);
        };
    if (replay == ReplayState.PAUSED) {
      received.add(replayed);
    } else {
      replayed.run();
    }
  }

  @Override
  public OptionalLong lastReplayed() {
    return lastReplayed;
  }
}
