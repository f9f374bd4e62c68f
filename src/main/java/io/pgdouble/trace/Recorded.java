package io.pgdouble.trace;

/**
 * One thing that happened, in the order of a recording.
 *
 * @param connection its name: letters and digits; empty where no connection is concerned
 * @param micros since the recording began, never less than what happened before; {@link #UNTIMED}
 *     if nobody knows
 * @param happening what happened
 */
public record Recorded(String connection, long micros, Happening happening) {
  /** The time of what came without one. */
  public static final long UNTIMED = -1;
}
