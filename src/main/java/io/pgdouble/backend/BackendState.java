package io.pgdouble.backend;

/** What a backend is at. */
enum BackendState {
  AUTHENTICATING,
  IDLE,
  WORKING,
  /** Its last words are on their way. */
  ENDING,
  /** The connection is closed while a worker still performs. */
  ABANDONED,
  REAPED
}
