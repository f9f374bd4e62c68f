package io.pgdouble.engine.portal;

/** Where a portal stands. Source: {@code portal.h: PortalStatus}. */
public enum PortalStatus {
  /** Can be run. */
  READY,
  /** Runs, and cannot be dropped. */
  ACTIVE,
  /** Finished for good. */
  DONE,
  /** An error occurred; it can only be dropped. */
  FAILED
}
