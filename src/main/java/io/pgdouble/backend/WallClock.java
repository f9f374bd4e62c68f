package io.pgdouble.backend;

import java.time.Instant;

/** The wall clock in PostgreSQL's measure. {@code timestamp.c: GetCurrentTimestamp}. */
public final class WallClock {
  private static final long EPOCH_SECONDS = 946_684_800L;
  private static final long MICROS = 1_000_000L;

  private WallClock() {}

  /** Microseconds since 2000-01-01 00:00 UTC. */
  public static long now() {
    Instant now = Instant.now();
    return (now.getEpochSecond() - EPOCH_SECONDS) * MICROS + now.getNano() / 1000;
  }
}
