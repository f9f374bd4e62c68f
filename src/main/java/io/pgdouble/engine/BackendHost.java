package io.pgdouble.engine;

import java.util.Optional;

/**
 * What one backend's session and statements ask of the process they run in: time, waiting, chance,
 * interrupts. Everything here is called from the one thread that performs the session at that
 * moment.
 */
public interface BackendHost {

  /** The server this backend belongs to. */
  EngineHost server();

  /** The backend's process id, as {@code pg_backend_pid()} shows it; above 0. */
  int pid();

  /** The backend's transaction, as others know it. */
  VirtualTransaction transaction();

  /** The wall clock: microseconds since 2000-01-01 00:00 UTC. */
  long now();

  /** 64 unpredictable bits. */
  long randomBits();

  /** What the process's title says that it does. {@code ps_status.c: set_ps_display}. */
  void display(String activity);

  /** When this backend was started: microseconds since 2000-01-01 00:00 UTC. */
  long backendStart();

  /** How the frontend proved who it is, and as whom: {@code SYSTEM_USER}; empty under trust. */
  Optional<String> systemUser();

  /** The frontend's address; empty where it came through a Unix socket. */
  Optional<NetworkAddress> clientAddress();

  /** The address at which the frontend was accepted; empty for a Unix socket. */
  Optional<NetworkAddress> serverAddress();

  /** Whether {@link #takeInterrupt} would answer something. Cheap: asked for every row. */
  boolean interruptPending();

  /**
   * Takes the gravest pending interrupt away, in the order of {@link Interrupt}. The one way in
   * which signals and expired timers reach a session.
   */
  Optional<Interrupt> takeInterrupt();

  /** What {@link Interrupt#RECOVERY_CONFLICT} was last about. */
  RecoveryConflict recoveryConflict();

  /**
   * The one wait primitive: parks until the time has passed, an interrupt is pending or somebody
   * has called {@link #wake}, whichever is first; returns at once where one is pending already.
   * Never called on an event loop, because a statement that may wait is not light.
   *
   * @param micros microseconds, at least 0; {@link Long#MAX_VALUE} waits for an interrupt only
   */
  void park(long micros);

  /** Whether the calling thread may {@link #park}: whoever performs light statements may not. */
  boolean mayPark();

  /**
   * {@code SetLatch}: whoever parks, or is about to, looks again at what he waits for. Called by
   * any thread.
   */
  void wake();

  /**
   * {@code PROCSIG_NOTIFY_INTERRUPT}: notifications have come, of which the frontend is told as
   * soon as it may. Called by any thread, too.
   */
  void notifyInterrupt();

  /**
   * Starts a timer; the same one started again begins anew. When it expires, its interrupt becomes
   * pending: at once within a statement, as {@code Session.interrupt} while the backend is idle.
   *
   * @param millis above 0
   */
  void arm(Timer timer, long millis);

  /** Stops a timer and forgets its interrupt, where it has not been taken yet. */
  void disarm(Timer timer);
}
