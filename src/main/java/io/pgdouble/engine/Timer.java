package io.pgdouble.engine;

/**
 * The timers a session asks its host for. Manual: {@code runtime-config-client}; source: {@code
 * timeout.h}.
 */
public enum Timer {
  LOCK_TIMEOUT(Interrupt.LOCK_TIMEOUT),
  STATEMENT_TIMEOUT(Interrupt.STATEMENT_TIMEOUT),
  IDLE_IN_TRANSACTION_SESSION_TIMEOUT(Interrupt.IDLE_IN_TRANSACTION_SESSION_TIMEOUT),
  IDLE_SESSION_TIMEOUT(Interrupt.IDLE_SESSION_TIMEOUT);

  private final Interrupt interrupt;

  Timer(Interrupt interrupt) {
    this.interrupt = interrupt;
  }

  /** What becomes pending when the timer expires. */
  public Interrupt interrupt() {
    return interrupt;
  }
}
