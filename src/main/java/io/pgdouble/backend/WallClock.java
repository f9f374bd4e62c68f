package io.pgdouble.backend;

import java.time.Instant;

/**
 * The wall clock in PostgreSQL's measure. {@code timestamp.c: GetCurrentTimestamp}. Every message
 * asks for it. The clock that only goes forward costs half as much to read, and so it is counted
 * from there what has passed since the two were last compared, which was a moment ago: a wall clock
 * that is set anew is noticed within that moment.
 */
public final class WallClock {
  private static final long EPOCH_SECONDS = 946_684_800L;
  private static final long NANOS_OF_SECOND = 1_000_000_000L;
  private static final long NANOS_OF_MICRO = 1_000L;

  /** For how long a comparison holds. */
  private static final long MOMENT = 1_000_000L;

  /** Whoever was interrupted between its two readings has compared nothing. */
  private static final long SHARPNESS = 2_000L;

  private static Comparison last = new Comparison(System.nanoTime() - MOMENT, 0);

  private WallClock() {}

  /** Immutable: any thread may find it without waiting. */
  private record Comparison(long forward, long wall) {}

  /** Microseconds since 2000-01-01 00:00 UTC. */
  public static long now() {
    long forward = System.nanoTime();
    Comparison known = last;
    long since = forward - known.forward;
    return since >= 0 && since < MOMENT ? micros(known.wall + since) : compared(forward);
  }

  private static long compared(long before) {
    Instant now = Instant.now();
    long wall = (now.getEpochSecond() - EPOCH_SECONDS) * NANOS_OF_SECOND + now.getNano();
    if (System.nanoTime() - before < SHARPNESS) {
      last = new Comparison(before, wall);
    }
    return micros(wall);
  }

  private static long micros(long nanos) {
    return Math.floorDiv(nanos, NANOS_OF_MICRO);
  }
}
