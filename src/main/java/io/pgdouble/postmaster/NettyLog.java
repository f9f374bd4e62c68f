package io.pgdouble.postmaster;

import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;

/** Where Netty's complaints go. */
public final class NettyLog {
  private NettyLog() {}

  /**
   * For a process that does nothing but serve: keeps Netty from starting a logging system at once,
   * which takes longer than all the rest of a start. What it has to complain of goes to Java's own
   * log.
   */
  public static void keepQuiet() {
    InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
  }
}
