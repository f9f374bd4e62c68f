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
  private final Runnable checkpoint;
  private final List<Runnable> received = new ArrayList<>();
  private volatile boolean inProgress = true;
  private volatile ReplayState replay = ReplayState.NOT_PAUSED;
  private volatile OptionalLong lastReplayed = OptionalLong.empty();
  private Runnable loss = () -> {};
  private Runnable departure = () -> {};

  /**
   * @param promotion what asks the postmaster for the end of recovery
   * @param checkpoint what has the checkpointer make a checkpoint
   */
  RecoveryProgress(Runnable promotion, Runnable checkpoint) {
    this.promotion = promotion;
    this.checkpoint = checkpoint;
  }

  @Override
  public boolean inProgress() {
    return inProgress;
  }

  /** What is done where something is lost that nobody was told. */
  void loses(Runnable work) {
    loss = work;
  }

  /** What is done where a server takes nothing from others any more. */
  void ends(Runnable work) {
    departure = work;
  }

  /** What was received is replayed; what was not written ahead is lost. */
  synchronized void lose() {
    replay(ReplayState.NOT_PAUSED);
    loss.run();
  }

  /** It begins again, after a crash. */
  void begin() {
    inProgress = true;
  }

  /** All that was received is replayed, and from now on the server writes itself. */
  void end() {
    goOn();
    departure.run(); // Without a lock that who sends may want.
  }

  private synchronized void goOn() {
    replay(ReplayState.NOT_PAUSED);
    inProgress = false;
  }

  @Override
  public void promote() {
    promotion.run();
  }

  /** Nothing is replayed here that a restart point could be made of. */
  @Override
  public void checkpoint() {
    if (!inProgress) {
      checkpoint.run();
    }
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

  /** A transaction of the primary has arrived, which has just committed it. */
  void receiveCommit(Runnable transaction) {
    long committed = WallClock.now();
    receive(
        () -> {
          transaction.run();
          lastReplayed = OptionalLong.of(committed);
        });
  }

  /**
   * Something of the primary has arrived: it is replayed, at once or when replay goes on. Who is no
   * standby any more has left the primary's timeline, and takes nothing from it.
   */
  synchronized void receive(Runnable work) {
    if (inProgress && replay == ReplayState.PAUSED) {
      received.add(work);
    } else if (inProgress) {
      work.run();
    }
  }

  @Override
  public OptionalLong lastReplayed() {
    return lastReplayed;
  }
}
