package io.pgdouble.auth;

/** Who is at the other end of a Unix socket, as far as the system tells. */
public sealed interface Peer {
  /** A user of the system. */
  record User(String name) implements Peer {}

  /**
   * Nobody knows.
   *
   * @param why what the log is told
   */
  record Unknown(String why) implements Peer {}
}
