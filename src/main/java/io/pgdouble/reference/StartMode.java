package io.pgdouble.reference;

/** What a server finds when it starts. */
public enum StartMode {
  /** A cluster of its own: it recovers if it has to, and accepts connections. */
  PRIMARY,
  /** {@code standby.signal}: it stays in recovery, and serves readers if hot standby is on. */
  STANDBY,
  /** The same with a primary of its own, from which it streams. */
  FOLLOWER,
  /** {@code recovery.signal}, and an archive that answers once recovery is let go on. */
  HELD,
  /** A standby's, from a backup whose end never comes: it is never consistent. */
  INCONSISTENT
}
