package io.pgdouble.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;

/** The end of a connection as the system makes it for a process that dies: TLS has no last word. */
public final class Hangup {
  private Hangup() {}

  /** Closes it. Called by any thread. */
  public static void of(Channel channel) {
    ChannelHandlerContext first = channel.pipeline().firstContext();
    if (first == null) {
      channel.close();
    } else {
      first.close();
    }
  }
}
