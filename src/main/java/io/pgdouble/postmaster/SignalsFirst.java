package io.pgdouble.postmaster;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * Keeps what a frontend says until every signal has come that was sent to the process before: the
 * system hands a process its signals before anything that it reads, but ours come a long way.
 */
final class SignalsFirst extends ChannelInboundHandlerAdapter {
  /** Between two looks. */
  private static final long NAP_MICROS = 50;

  private final StandIn process;
  private final Deque<Object> held = new ArrayDeque<>(1);
  private boolean ended;

  SignalsFirst(StandIn process) {
    this.process = process;
  }

  @Override
  public void channelRead(ChannelHandlerContext where, Object received) {
    if (held.isEmpty() && process.isHeard() && isIdle(where)) {
      where.fireChannelRead(received);
      return;
    }
    held.add(received);
    if (held.size() == 1) {
      await(where);
    }
  }

  /** What a signal does to the session is a task of its event loop. */
  private static boolean isIdle(ChannelHandlerContext where) {
    return where.executor() instanceof SingleThreadEventLoop loop && loop.pendingTasks() == 0;
  }

  private void await(ChannelHandlerContext where) {
    if (process.isHeard()) {
      where.executor().execute(() -> letGo(where));
    } else {
      where.executor().schedule(() -> await(where), NAP_MICROS, TimeUnit.MICROSECONDS);
    }
  }

  private void letGo(ChannelHandlerContext where) {
    boolean any = !held.isEmpty();
    while (!held.isEmpty()) {
      where.fireChannelRead(held.remove());
    }
    if (any) {
      where.fireChannelReadComplete();
    }
    if (ended) {
      where.fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
    }
    ended = false;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext where, Object event) {
    if (!held.isEmpty() && event == ChannelInputShutdownEvent.INSTANCE) {
      ended = true;
    } else {
      where.fireUserEventTriggered(event);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext where) {
    held.forEach(ReferenceCountUtil::release);
    held.clear();
    ended = false;
    where.fireChannelInactive();
  }
}
