package io.pgdouble.backend;

import java.util.Optional;

/**
 * How a process ended.
 *
 * @param code what it exited with; without meaning where a signal ended it
 * @param signal that ended it
 */
public record ExitStatus(int code, Optional<ProcessSignal> signal) {
  /** Nothing went wrong, or no more than the session was told. */
  public static final ExitStatus NORMAL = new ExitStatus(0, Optional.empty());

  /** {@code bgworker.c: bgworker_die}: FATAL. */
  public static final ExitStatus FATAL = new ExitStatus(1, Optional.empty());

  /** {@code quickdie}. */
  public static final ExitStatus QUICK_DEATH = new ExitStatus(2, Optional.empty());

  public static ExitStatus of(ProcessSignal signal) {
    return new ExitStatus(0, Optional.of(signal));
  }

  /** Whether shared memory may have been left in disorder: {@code postmaster.c: EXIT_STATUS_0}. */
  public boolean isCrash() {
    return signal.isPresent() || code > 1;
  }

  /** As the log has it: {@code postmaster.c: LogChildExit}. */
  public String text() {
    return signal
        .map(s -> "was terminated by signal " + s.number() + ": " + s.description())
        .orElse("exited with exit code " + code);
  }
}
