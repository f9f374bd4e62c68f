package io.pgdouble.postmaster;

import io.pgdouble.backend.Backend;
import io.pgdouble.backend.ExitStatus;
import io.pgdouble.engine.Interrupt;
import io.pgdouble.engine.SessionActivity;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.Severity;
import io.pgdouble.error.SqlState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/**
 * The server's life: from its start through crashes and recoveries to its end. Each change is one
 * step under a lock; backends ask {@link #refusal} without it. {@code postmaster.c:
 * PostmasterStateMachine}.
 */
final class Life {
  /** Whom SIGQUIT did not end is killed. {@code SIGKILL_CHILDREN_AFTER_SECS}. */
  private static final long KILL_AFTER_SECONDS = 5;

  /** What the life needs of the postmaster around it. */
  interface Surroundings {
    void log(ErrorReport report);

    /** Does something later, on a thread of its own. */
    void later(Runnable task, long seconds);

    /** The state has changed. */
    void entered(ServerState state);

    /** All is over, and the postmaster exits. */
    void exit();
  }

  private final BackendRegister register;
  private final Surroundings surroundings;
  private final Deque<Runnable> postponed = new ArrayDeque<>();
  private volatile ServerState state = ServerState.INIT;
  private volatile Optional<ShutdownMode> shutdown = Optional.empty();
  private volatile boolean fatalError;
  private boolean paused;
  private boolean recoveryHeld;

  Life(BackendRegister register, Surroundings surroundings) {
    this.register = register;
    this.surroundings = surroundings;
  }

  ServerState state() {
    return state;
  }

  private void enter(ServerState next) {
    state = next;
    surroundings.entered(next);
  }

  /** {@code postmaster.c: canAcceptConnections}. */
  Optional<ErrorReport> refusal() {
    if (shutdown.isPresent()) {
      return cannotConnect("the database system is shutting down");
    }
    if (state == ServerState.RUN) {
      return Optional.empty();
    }
    return fatalError || state != ServerState.STARTUP
        ? cannotConnect("the database system is in recovery mode")
        : cannotConnect("the database system is starting up");
  }

  private static Optional<ErrorReport> cannotConnect(String text) {
    return Optional.of(ErrorReport.fatal(SqlState.CANNOT_CONNECT_NOW, text));
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
    if (state == ServerState.STARTUP) {
      recovered();
    }
  }

  /** Starts. */
  synchronized void start() {
    enter(ServerState.STARTUP);
    register.auxiliary().starting();
    if (!recoveryHeld) {
      recovered();
    }
  }

  private void recovered() {
    register.auxiliary().started();
    enter(ServerState.RUN);
    fatalError = false;
    log("database system is ready to accept connections");
  }

  /** A backend is gone. {@code postmaster.c: CleanupBackend}. */
  void reaped(Backend backend) {
    step(
        () -> {
          if (backend.exit().isCrash()) {
            ServerProcess process = new ServerProcess(backend.pid(), ProcessKind.CLIENT_BACKEND, 0);
            crashed(process, backend.exit(), query(backend));
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
          } else if (state == ServerState.RUN) {
            register.auxiliary().replace(process);
          }
          advance();
        });
  }

  /** {@code postmaster.c: HandleChildCrash}. */
  private void crashed(ServerProcess process, ExitStatus exit, String query) {
    if (fatalError || shutdown.filter(mode -> mode == ShutdownMode.IMMEDIATE).isPresent()) {
      return;
    }
    ErrorReport report =
        logReport(process.kind().logName() + " (PID " + process.pid() + ") " + exit.text());
    surroundings.log(
        query.isEmpty() ? report : report.withDetail("Failed process was running: " + query));
    log("terminating any other active server processes");
    fatalError = true;
    quitAll(Interrupt.CRASH_OF_SIBLING);
  }

  private void quitAll(Interrupt reason) {
    enter(ServerState.WAIT_BACKENDS);
    register.endConnecting();
    register.signalAll(reason);
    register.auxiliary().end();
    surroundings.later(this::killStragglers, KILL_AFTER_SECONDS);
  }

  private synchronized void killStragglers() {
    if (state == ServerState.WAIT_BACKENDS) {
      register.killAll();
    }
  }

  /** Goes on to the next state if nothing holds it back. */
  private void advance() {
    if (state == ServerState.NO_CHILDREN || !register.isEmpty()) {
      return;
    }
    if (fatalError && shutdown.isEmpty()) {
      reinitialize();
    } else if (shutdown.isPresent()) {
      end();
    }
  }

  private void reinitialize() {
    if (!register.restartsAfterCrash()) {
      log("shutting down because \"restart_after_crash\" is off");
      end();
      return;
    }
    log("all server processes terminated; reinitializing");
    register.reinitialize();
    enter(ServerState.STARTUP);
    register.auxiliary().starting();
    if (!recoveryHeld) {
      recovered();
    }
  }

  private void end() {
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
    if (!graver || state == ServerState.NO_CHILDREN) {
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
        register.signalAll(Interrupt.TERMINATE);
      }
      case IMMEDIATE -> quitAll(Interrupt.IMMEDIATE_SHUTDOWN);
    }
    advance();
  }

  private void log(String text) {
    surroundings.log(logReport(text));
  }

  private static ErrorReport logReport(String text) {
    return ErrorReport.of(Severity.LOG, SqlState.SUCCESSFUL_COMPLETION, text);
  }
}
