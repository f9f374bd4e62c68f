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
  /** The postmaster is gone: {@code 57P01} with another text, for who waits for his frontend. */
  POSTMASTER_DEATH,
  /** {@code lock_timeout} expired: {@code 55P03}. */
  LOCK_TIMEOUT,
  /** {@code statement_timeout} expired: {@code 57014}. */
  STATEMENT_TIMEOUT,
  /** SIGINT, from a CancelRequest or {@code pg_cancel_backend}: {@code 57014}. */
  CANCEL,
  /** {@code idle_in_transaction_session_timeout} expired: {@code 25P03}. */
  IDLE_IN_TRANSACTION_SESSION_TIMEOUT,
  /** {@code idle_session_timeout} expired: {@code 57P05}. */
  IDLE_SESSION_TIMEOUT,
  /** SIGHUP: the configuration was read again; reported settings may have changed. */
  CONFIGURATION_RELOADED
}
