package io.pgdouble.postmaster;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.ReferenceCountUtil;
import io.pgdouble.backend.ForkedProcess;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Stands where those will who serve a connection, until the process that is to do it has been
 * forked: what arrives meanwhile waits.
 */
final class HeldConnection extends ChannelInboundHandlerAdapter {
  private final Deque<Object> unread = new ArrayDeque<>(1);
  private ChannelHandlerContext context;
  private boolean ended;

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    context = added;
  }

  @Override
  public void channelRead(ChannelHandlerContext where, Object received) {
    unread.add(received);
    where.channel().config().setAutoRead(false);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext where, Object event) {
    ended |= event == ChannelInputShutdownEvent.INSTANCE;
  }

  @Override
  public void channelInactive(ChannelHandlerContext where) {
    unread.forEach(ReferenceCountUtil::release);
    unread.clear();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext where, Throwable cause) {
    where.close();
  }

  /** The process is there: it takes over, if there still is something. Called on the event loop. */
  void letGo(StandIn process, Consumer<ForkedProcess> born) {
    if (context.channel().isActive()) {
      context.pipeline().addLast(new SignalsFirst(process));
      born.accept(process);
      giveWay();
    } else {
      process.exit(() -> {});
    }
  }

  private void giveWay() {
    while (!unread.isEmpty()) {
      context.fireChannelRead(unread.remove());
    }
    context.fireChannelReadComplete();
    if (ended) {
      context.fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
    }
    context.channel().config().setAutoRead(true);
    context.pipeline().remove(this);
  }
}
