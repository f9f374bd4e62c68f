package io.pgdouble.engine;

/** The column {@code state} of {@code pg_stat_activity}. Source: {@code backend_status.h}. */
public enum ActivityState {
  ACTIVE("active"),
  IDLE("idle"),
  IDLE_IN_TRANSACTION("idle in transaction"),
  IDLE_IN_TRANSACTION_ABORTED("idle in transaction (aborted)"),
  FASTPATH_FUNCTION_CALL("fastpath function call"),
  DISABLED("disabled");

  private final String word;

  ActivityState(String word) {
    this.word = word;
  }

  /** As the view shows it. */
  public String word() {
    return word;
  }
}
