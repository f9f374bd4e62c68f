package io.pgdouble.engine.function;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The server's recovery, as sessions see and steer it. Called by many sessions at once. {@code
 * xlogrecovery.c}; manual: {@code functions-admin § Recovery Control Functions}.
 */
public interface Recovery {

  /** {@code xlog.c: RecoveryInProgress}. Cheap: every transaction asks. */
  boolean inProgress();

  /** Asks for the end of recovery, as SIGUSR1 with a file {@code promote} does. Does not wait. */
  void promote();

  /** Has a checkpoint made, unless the server recovers; returns when it is. */
  void checkpoint();

  /** Whether what the primary sends is replayed. */
  ReplayState replay();

  /** {@code xlogrecovery.c: SetRecoveryPause}. */
  void replay(ReplayState wished);

  /**
   * When the transaction that was replayed last had been committed: microseconds since 2000-01-01
   * UTC; empty where none was.
   */
  OptionalLong lastReplayed();

  /** {@code GetWalRcvFlushRecPtr}: how far a primary has sent; 0 where none has sent anything. */
  long received();

  /** Whether there is a primary that sends. */
  boolean isFollowing();

  /** {@code GetXLogReplayRecPtr}: how far that is replayed; 0 where nothing ever was. */
  long replayed();

  /** Who replays on a standby that is read; empty on other servers. */
  Optional<StartupProcess> startup();

  /**
   * What the startup process is to transactions ({@code standby.c:
   * InitRecoveryTransactionEnvironment}).
   *
   * @param backend the number that its virtual transactions begin with
   */
  record StartupProcess(int pid, int backend) {}

  /** {@code xlogrecovery.h: RecoveryPauseState}. A pause that is asked for begins at once. */
  enum ReplayState {
    NOT_PAUSED("not paused"),
    PAUSED("paused");

    private final String text;

    ReplayState(String text) {
      this.text = text;
    }

    /** As {@code pg_get_wal_replay_pause_state} names it. */
    public String text() {
      return text;
    }
  }
}
