package io.pgdouble.engine;

/**
 * What may reach a backend from outside its conversation, gravest first, in the order in which
 * {@code postgres.c: ProcessInterrupts} looks at them.
 */
public enum Interrupt {
  /** SIGQUIT because another server process crashed: {@code 57P02}. */
  CRASH_OF_SIBLING,
  /** SIGQUIT from somebody else than the postmaster: {@code 57P01} with another text. */
  UNEXPECTED_QUIT,
  /** SIGQUIT by an immediate shutdown: {@code 57P01} with another text. */
  IMMEDIATE_SHUTDOWN,
  /** SIGTERM: {@code 57P01}. */
  TERMINATE,
  /** Something was to be sent to a frontend that is gone: {@code 08006}, which the log is told. */
  CLIENT_CONNECTION_LOST,
  /** {@code lock_timeout} expired: {@code 55P03}. */
  LOCK_TIMEOUT,
  /** {@code statement_timeout} expired: {@code 57014}. */
  STATEMENT_TIMEOUT,
  /** Replay on this standby needs what the session holds: {@link RecoveryConflict}. */
  RECOVERY_CONFLICT,
  /** SIGINT, from a CancelRequest or {@code pg_cancel_backend}: {@code 57014}. */
  CANCEL,
  /** {@code idle_in_transaction_session_timeout} expired: {@code 25P03}. */
  IDLE_IN_TRANSACTION_SESSION_TIMEOUT,
  /** {@code idle_session_timeout} expired: {@code 57P05}. */
  IDLE_SESSION_TIMEOUT,
  /** SIGHUP: the configuration was read again; reported settings may have changed. */
  CONFIGURATION_RELOADED,
  /** Others have notified a channel that is listened to: told where no transaction runs. */
  NOTIFICATION,
  /**
   * The postmaster is gone: {@code 57P01} with another text where the frontend is waited for; a
   * statement is not disturbed. {@code be-secure.c: secure_read}.
   */
  POSTMASTER_DEATH
}
