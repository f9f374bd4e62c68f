package io.pgdouble.postmaster;

/** What a server finds when it starts, and so what it is. */
public enum StartMode {
  /** A cluster in good order: it accepts connections at once. */
  PRIMARY,
  /**
   * The file {@code standby.signal}: it stays in recovery, and serves those who only read until it
   * is promoted. Manual: {@code hot-standby}.
   */
  STANDBY,
  /** A primary whose recovery is held at its beginning: it is starting up. */
  STARTING_UP,
  /** A standby that has not replayed enough to be consistent: it does not accept connections. */
  INCONSISTENT;

  boolean isStandby() {
    return this == STANDBY || this == INCONSISTENT;
  }

  /** Whether it waits until its recovery is let go on. */
  boolean isHeld() {
    return this == STARTING_UP || this == INCONSISTENT;
  }
}
