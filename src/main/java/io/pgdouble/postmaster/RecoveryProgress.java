package io.pgdouble.postmaster;

import io.pgdouble.backend.WallClock;
import io.pgdouble.engine.function.Recovery;
import io.pgdouble.engine.storage.WalPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How far the recovery of a server has come: what the startup process would share with all others.
 * {@code xlogrecovery.h: XLogRecoveryCtlData}.
 */
final class RecoveryProgress implements Recovery {
  private static final LongSupplier NOBODY = () -> 0;

  private final Runnable promotion;
  private final Runnable checkpoint;
  private final List<Runnable> waiting = new ArrayList<>();
  private volatile boolean inProgress = true;
  private volatile ReplayState replay = ReplayState.NOT_PAUSED;
  private volatile OptionalLong lastReplayed = OptionalLong.empty();
  private volatile WalPosition own = new WalPosition();
  private volatile LongSupplier primary = NOBODY;
  private volatile long received;

  /** How far replay had come when it was paused. */
  private volatile long pausedAt;

  private Supplier<Optional<StartupProcess>> startup = Optional::empty;

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

  /** How far the server's own log has come. */
  void writes(WalPosition log) {
    own = log;
  }

  /** Who replays. */
  void isDoneBy(Supplier<Optional<StartupProcess>> process) {
    startup = process;
  }

  @Override
  public Optional<StartupProcess> startup() {
    return startup.get();
  }

  WalPosition wal() {
    return own;
  }

  /** How far the primary has come, and has told. */
  void follows(LongSupplier position) {
    primary = position;
  }

  /** Nobody sends anything any more. */
  void isLeft() {
    received();
    primary = NOBODY;
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
    received = 0;
    own.replayed(0);
    inProgress = true;
  }

  /** All that was received is replayed, and from now on the server writes itself. */
  void end() {
    departure.run(); // Without a lock that who sends may want.
    goOn();
  }

  private synchronized void goOn() {
    resume();
    own.replayed(replayed());
    own.advanceTo(own.replayed());
    inProgress = false;
  }

  /** Asks the primary: without a lock that it may want. */
  @Override
  public long received() {
    received = Math.max(received, primary.getAsLong());
    return received;
  }

  @Override
  public boolean isFollowing() {
    return primary != NOBODY;
  }

  @Override
  public long replayed() {
    long found = own.replayed();
    if (!inProgress || found == 0) {
      return found;
    }
    return replay == ReplayState.PAUSED ? pausedAt : Math.max(found, received());
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
  public void replay(ReplayState wished) {
    if (wished == ReplayState.PAUSED) {
      pausedAt = replayed();
      replay = wished;
    } else {
      resume();
    }
  }

  private synchronized void resume() {
    replay = ReplayState.NOT_PAUSED;
    waiting.forEach(Runnable::run);
    waiting.clear();
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
      waiting.add(work);
    } else if (inProgress) {
      work.run();
    }
  }

  @Override
  public OptionalLong lastReplayed() {
    return lastReplayed;
  }
}
