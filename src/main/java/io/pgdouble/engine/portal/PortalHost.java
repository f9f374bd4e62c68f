package io.pgdouble.engine.portal;

/** What a portal asks of its session. */
public interface PortalHost {
  /** Called after every row. */
  void checkForInterrupts();

  /** The server's major version. */
  int major();
}
