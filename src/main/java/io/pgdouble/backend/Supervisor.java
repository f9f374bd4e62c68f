package io.pgdouble.backend;

import io.pgdouble.auth.RoleDirectory;
import io.pgdouble.engine.EngineHost;
import io.pgdouble.engine.VirtualTransaction;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.log.ServerLog;
import io.pgdouble.message.CancelRequest;
import java.util.Optional;

/** What a backend asks of the postmaster, at its start and at its end and never in between. */
public interface Supervisor extends EngineHost {
  /**
   * Why the server, in its present state, serves nobody new; empty if it does. {@code postmaster.c:
   * canAcceptConnections}.
   */
  Optional<ErrorReport> refusal();

  /** Where the server reports what it has to tell. */
  ServerLog log();

  /** Somebody has connected and not yet said what he wants. */
  void connected(ConnectionStarter starter);

  /** He has said it, or is gone. */
  void started(ConnectionStarter starter);

  /**
   * Gives the backend a slot and makes it known under its pid.
   *
   * @return FATAL if there is none. {@code proc.c: InitProcess}
   */
  Optional<ErrorReport> admit(Backend backend);

  /** The transactions of a backend that has a slot. */
  VirtualTransaction transaction(int pid);

  /** A signal has reached the backend's process. Called by any thread. */
  void deliver(Backend backend, ProcessSignal signal);

  /** A process has died before anybody said what he wants of it. Called by any thread. */
  void crashed(int pid, ExitStatus exit);

  /** Who is who in the cluster. */
  RoleDirectory roles();

  /**
   * Routes a CancelRequest.
   *
   * @return what the log is told of one that reaches nobody; the frontend is not
   */
  Optional<ErrorReport> cancel(CancelRequest request);

  /**
   * The backend is at its end: its slot is free again if it had one, and nobody sees it any more.
   * {@code proc.c: ProcKill}. May be said twice.
   */
  void release(Backend backend);

  /**
   * The backend is gone, and its connection is closed. {@code postmaster.c: CleanupBackend}. May be
   * said twice.
   */
  void reap(Backend backend);
}
