package io.pgdouble.replay;

/** How whoever performs a recording waits, where an answer was due to what others said. */
public interface Rest {
  /** Waits so many microseconds, or until an interrupt, or until {@link #wake}. */
  void park(long micros);

  /** Ends the wait. Called by any thread. */
  void wake();

  /** Whether something has happened to this backend, such as a CancelRequest. */
  boolean isInterrupted();

  /** Microseconds since whenever. */
  long now();

  /** The process id the live backend told its frontend. */
  int pid();
}
