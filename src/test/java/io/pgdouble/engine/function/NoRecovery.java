package io.pgdouble.engine.function;

import java.util.Optional;
import java.util.OptionalLong;

/** The recovery of a server that is in none. */
final class NoRecovery implements Recovery {
  @Override
  public boolean inProgress() {
    return false;
  }

  @Override
  public void promote() {
    throw new IllegalStateException();
  }

  @Override
  public void checkpoint() {
    throw new IllegalStateException();
  }

  @Override
  public ReplayState replay() {
    return ReplayState.NOT_PAUSED;
  }

  @Override
  public void replay(ReplayState wished) {
    throw new IllegalStateException();
  }

  @Override
  public long received() {
    return 0;
  }

  @Override
  public Optional<StartupProcess> startup() {
    return Optional.empty();
  }

  @Override
  public boolean isFollowing() {
    return false;
  }

  @Override
  public long replayed() {
    return 0;
  }

  @Override
  public OptionalLong lastReplayed() {
    return OptionalLong.empty();
  }
}
