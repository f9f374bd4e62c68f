package io.pgdouble.engine;

import io.pgdouble.engine.portal.PortalHost;

/** A session as its portals see it. */
record SessionPortalHost(Interrupts interrupts, int major) implements PortalHost {
  @Override
  public void checkForInterrupts() {
    interrupts.check();
  }
}
