package io.pgdouble.postmaster;

import io.pgdouble.backend.Backend;
import io.pgdouble.backend.ExitStatus;
import io.pgdouble.engine.Interrupt;
import io.pgdouble.engine.SessionActivity;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The server's life: from its start through crashes and recoveries to its end. Each change is one
 * step under a lock; backends ask {@link #refusal} without it. {@code postmaster.c:
 * PostmasterStateMachine}.
 */
final class Life {
  /** Whom SIGQUIT did not end is killed. {@code SIGKILL_CHILDREN_AFTER_SECS}. */
  private static final Duration KILL_AFTER = Duration.ofSeconds(5);

  /** A promotion takes a moment: the query that asks for one is over before. */
  private static final Duration END_OF_RECOVERY = Duration.ofMillis(10);

  /** {@code launcher.c: ApplyLauncherRegister}. */
  private static final Duration BGW_RESTART_TIME = Duration.ofSeconds(5);

  private final BackendRegister register;
  private final Surroundings surroundings;
  private final Deque<Runnable> postponed = new ArrayDeque<>();
  private volatile ServerState state = ServerState.INIT;
  private volatile Optional<ShutdownMode> shutdown = Optional.empty();
  private volatile boolean fatalError;
  private final RecoveryProgress recovery =
      new RecoveryProgress(this::promote, () -> reach(RecoveryLog.Moment.CHECKPOINT_REQUESTED));
  private boolean standby;
  private boolean paused;
  private boolean recoveryHeld;
  private boolean inconsistent;
  private boolean startupFailed;

  Life(BackendRegister register, Surroundings surroundings) {
    this.register = register;
    this.surroundings = surroundings;
  }

  RecoveryProgress recovery() {
    return recovery;
  }

  ServerState state() {
    return state;
  }

  private void reach(RecoveryLog.Moment moment) {
    surroundings.reached(moment);
  }

  private void enter(ServerState next) {
    state = next;
    surroundings.entered(next);
  }

  /** {@code postmaster.c: canAcceptConnections}. */
  Optional<ErrorReport> refusal() {
    if (shutdown.isPresent()) {
      return Optional.of(Refusal.shuttingDown());
    }
    ServerState now = state;
    if (now.acceptsConnections()) {
      return Optional.empty();
    }
    if (!fatalError && now == ServerState.STARTUP) {
      return Optional.of(Refusal.startingUp());
    }
    boolean standby = !fatalError && now == ServerState.RECOVERY;
    return Optional.of(standby ? refusalOfStandby() : Refusal.inRecovery());
  }

  private ErrorReport refusalOfStandby() {
    return register.servesInRecovery() ? Refusal.notConsistent() : Refusal.noHotStandby();
  }

  /** A postmaster that is stopped takes note of nothing until it goes on. */
  synchronized void pause() {
    paused = true;
  }

  synchronized void resume() {
    paused = false;
    while (!postponed.isEmpty()) {
      postponed.remove().run();
    }
  }

  private synchronized void step(Runnable change) {
    if (paused) {
      postponed.add(change);
    } else {
      change.run();
    }
  }

  /** Recoveries do not end until they are let go on. */
  synchronized void holdRecovery() {
    recoveryHeld = true;
  }

  synchronized void releaseRecovery() {
    recoveryHeld = false;
    inconsistent = false;
    if (state == ServerState.STARTUP) {
      recover();
    } else if (state == ServerState.RECOVERY) {
      becomeConsistent();
    }
  }

  /** Starts. */
  synchronized void start(StartMode mode) {
    standby = mode.isStandby();
    inconsistent = mode == StartMode.INCONSISTENT;
    recoveryHeld = mode == StartMode.STARTING_UP;
    startUp();
  }

  private void startUp() {
    enter(ServerState.STARTUP);
    recovery.begin();
    register.auxiliary().starting();
    reach(RecoveryLog.Moment.FOUND);
    if (!recoveryHeld) {
      recover();
    }
  }

  /** The startup process does its work: a primary's is done soon, a standby's never. */
  private void recover() {
    if (standby) {
      fatalError = false;
      enter(ServerState.RECOVERY);
      reach(RecoveryLog.Moment.ENTERED_STANDBY);
      becomeConsistent();
    } else {
      reach(RecoveryLog.Moment.RECOVERED);
      endRecovery();
    }
  }

  private void becomeConsistent() {
    if (!inconsistent && register.servesInRecovery()) {
      register.auxiliary().hotStandby();
      reach(RecoveryLog.Moment.CONSISTENT);
      enter(ServerState.HOT_STANDBY);
      log("database system is ready to accept read-only connections");
    }
  }

  private void endRecovery() {
    recovery.end();
    register.auxiliary().started();
    enter(ServerState.RUN);
    standby = false;
    fatalError = false;
    log("database system is ready to accept connections");
  }

  /**
   * Ends recovery where there is one. One that never was consistent cannot end so. {@code
   * postmaster.c: process_pm_pmsignal}.
   */
  CompletableFuture<Void> promote() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Runnable end =
        () -> {
          endStandby();
          done.complete(null);
        };
    step(() -> surroundings.later(() -> step(end), END_OF_RECOVERY));
    return done;
  }

  private void endStandby() {
    boolean recovering = state == ServerState.RECOVERY || state == ServerState.HOT_STANDBY;
    if (recovering && shutdown.isEmpty() && !inconsistent) {
      recovery.lose();
      reach(RecoveryLog.Moment.PROMOTED);
      endRecovery();
      reach(RecoveryLog.Moment.SERVES_EVERYBODY);
    }
  }

  /** A backend is gone. {@code postmaster.c: CleanupBackend}. */
  void reaped(Backend backend) {
    step(
        () -> {
          if (backend.signals().exit().isCrash()) {
            ServerProcess process = new ServerProcess(backend.pid(), ProcessKind.CLIENT_BACKEND, 0);
            crashed(process, backend.signals().exit(), query(backend));
          }
          advance();
        });
  }

  private static String query(Backend backend) {
    return backend.activity().session().map(SessionActivity::query).orElse("");
  }

  /** An auxiliary process is gone. */
  void reaped(ServerProcess process, ExitStatus exit) {
    step(
        () -> {
          if (exit.isCrash()) {
            crashed(process, exit, "");
          } else if (state.acceptsConnections()) {
            exited(process, exit);
            replace(process);
          }
          advance();
        });
  }

  /** A background worker comes back when it has been away for a while. */
  private void replace(ServerProcess ended) {
    if (ended.kind() == ProcessKind.LOGICAL_REPLICATION_LAUNCHER) {
      surroundings.later(() -> step(() -> replaceStill(ended)), BGW_RESTART_TIME);
    } else {
      register.auxiliary().replace(ended);
    }
  }

  private void replaceStill(ServerProcess ended) {
    if (state.acceptsConnections()) {
      register.auxiliary().replace(ended);
    }
  }

  /** {@code postmaster.c: HandleChildCrash}. */
  private void crashed(ServerProcess process, ExitStatus exit, String query) {
    boolean noted =
        fatalError || shutdown.filter(mode -> mode == ShutdownMode.IMMEDIATE).isPresent();
    if (noted || state == ServerState.KILLED) {
      return;
    }
    ErrorReport report = logReport(process.named(register.major()) + exit.text());
    surroundings.log(
        query.isEmpty() ? report : report.withDetail("Failed process was running: " + query));
    log("terminating any other active server processes");
    fatalError = true;
    startupFailed = process.kind() == ProcessKind.STARTUP;
    quitAll(Interrupt.CRASH_OF_SIBLING);
  }

  /** Of those that end in order, only a background worker's end is told. */
  private void exited(ServerProcess process, ExitStatus exit) {
    if (exit.code() != 0) {
      log(process.named(register.major()) + exit.text());
    }
  }

  /** {@code postmaster.c: SignalSomeChildren} reaches it with the backends. */
  private void endLauncher() {
    Optional<ServerProcess> launcher =
        register.auxiliary().find(ProcessKind.LOGICAL_REPLICATION_LAUNCHER);
    launcher.ifPresent(process -> exited(process, process.kind().exitOnTerm()));
    register.auxiliary().end(ProcessKind.LOGICAL_REPLICATION_LAUNCHER);
  }

  private void quitAll(Interrupt reason) {
    enter(ServerState.WAIT_BACKENDS);
    register.endConnecting();
    register.signalAll(reason);
    register.auxiliary().end();
    surroundings.later(this::killStragglers, KILL_AFTER);
  }

  private synchronized void killStragglers() {
    if (state == ServerState.WAIT_BACKENDS) {
      register.killAll();
    }
  }

  /** Somebody who had not said yet what he wants has said it, or is gone. */
  void left() {
    if (isEnding()) {
      step(this::advance);
    }
  }

  /** Whether processes are waited for: to end, or to begin anew. */
  private boolean isEnding() {
    return shutdown.isPresent() || state.waits();
  }

  /** Goes on to the next state if nothing holds it back. */
  private void advance() {
    if (!isEnding() || state == ServerState.NO_CHILDREN || !register.isEmpty()) {
      return;
    }
    if (state == ServerState.KILLED) {
      surroundings.lost();
    } else if (register.hasDeadEnds()) {
      enter(ServerState.WAIT_DEAD_END);
      register.endDeadEnds();
    } else if (shutdown.isPresent()) {
      end();
    } else {
      reinitialize();
    }
  }

  /** {@code postmaster.c: PostmasterStateMachine}. */
  private void reinitialize() {
    if (startupFailed) {
      log("shutting down due to startup process failure");
      end();
      return;
    }
    if (!register.restartsAfterCrash()) {
      log("shutting down because " + quoted("restart_after_crash") + " is off");
      end();
      return;
    }
    log("all server processes terminated; reinitializing");
    register.reinitialize();
    recovery.lose();
    startUp();
  }

  private String quoted(String setting) {
    return MajorChange.SETTINGS_ARE_QUOTED.isIn(register.major()) ? '"' + setting + '"' : setting;
  }

  /** {@code postmaster.c: PostmasterStateMachine}. */
  private void end() {
    boolean orderly =
        !fatalError && shutdown.filter(mode -> mode != ShutdownMode.IMMEDIATE).isPresent();
    if (orderly) {
      endLauncher();
      reach(RecoveryLog.Moment.SHUTTING_DOWN);
    } else {
      surroundings.abandons();
    }
    if (fatalError && shutdown.isPresent()) {
      log("abnormal database system shutdown");
    }
    register.auxiliary().end();
    enter(ServerState.NO_CHILDREN);
    surroundings.exit();
  }

  /** {@code postmaster.c: process_pm_shutdown_request}. A graver mode may follow, no milder one. */
  void stop(ShutdownMode mode) {
    step(() -> beginToStop(mode));
  }

  private void beginToStop(ShutdownMode mode) {
    boolean graver = shutdown.filter(present -> present.compareTo(mode) >= 0).isEmpty();
    if (!graver || state.isOver()) {
      return;
    }
    shutdown = Optional.of(mode);
    log("received " + mode.name().toLowerCase(Locale.ROOT) + " shutdown request");
    switch (mode) {
      case SMART -> {}
      case FAST -> {
        log("aborting any active transactions");
        enter(ServerState.STOP_BACKENDS);
        register.endConnecting();
        endLauncher();
        register.terminateAll();
      }
      case IMMEDIATE -> quitAll(Interrupt.IMMEDIATE_SHUTDOWN);
    }
    advance();
  }

  /** The postmaster is killed: nobody supervises those who are left, and each finds out. */
  synchronized void die() {
    if (!state.isOver()) {
      paused = false;
      enter(ServerState.KILLED);
      register.orphanAll();
      advance();
    }
  }

  private void log(String text) {
    surroundings.log(logReport(text));
  }

  private static ErrorReport logReport(String text) {
    return ErrorReport.of(Severity.LOG, SqlState.SUCCESSFUL_COMPLETION, text);
  }
}
