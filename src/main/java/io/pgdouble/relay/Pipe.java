package io.pgdouble.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import io.pgdouble.trace.Direction;
import io.pgdouble.trace.Happening.Departure;

/**
 * One direction of a connection that is relayed: what arrives goes out at the other side, in the
 * same pieces, and no faster than that side takes it. Both sides have one event loop.
 */
final class Pipe extends ChannelInboundHandlerAdapter {
  private final Direction direction;
  private final Channel other;
  private final Tap.Line line;
  private boolean ended;

  /**
   * @param direction of what arrives
   * @param other where it goes
   */
  Pipe(Direction direction, Channel other, Tap.Line line) {
    this.direction = direction;
    this.other = other;
    this.line = line;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object received) {
    pass((ByteBuf) received);
  }

  /** Tells the tap, and passes on; takes charge of the bytes. */
  void pass(ByteBuf bytes) {
    if (line != Tap.Line.DEAF) {
      line.crossed(direction, ByteBufUtil.getBytes(bytes));
    }
    other.write(bytes, other.voidPromise());
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    other.flush();
  }

  /** What this side does not take, the other side may not send; it may have sent all it will. */
  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    boolean over = other instanceof DuplexChannel duplex && duplex.isInputShutdown();
    if (!over) {
      other.config().setAutoRead(context.channel().isWritable());
    }
  }

  /**
   * A frontend may send no more and still read, which looks as if it had closed; a server that
   * sends no more has closed. {@code pqcomm.c} never shuts down one direction alone.
   */
  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event != ChannelInputShutdownEvent.INSTANCE || ended) {
      return;
    }
    ended = true;
    if (direction == Direction.BACKEND) {
      line.closed();
      closeOther();
      context.channel().close();
    } else {
      endOfFrontend(context);
    }
  }

  private void endOfFrontend(ChannelHandlerContext context) {
    if (other instanceof DuplexChannel duplex && other.isActive() && isPlain()) {
      line.left(Departure.CLOSE);
      other.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(done -> duplex.shutdownOutput());
    } else {
      context.channel().close();
    }
  }

  /** TLS has no end of one direction alone. */
  private boolean isPlain() {
    return other.pipeline().get(SslHandler.class) == null;
  }

  private void closeOther() {
    other.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    tellOnce(Departure.CLOSE);
    if (other.isActive()) {
      closeOther();
    }
  }

  private void tellOnce(Departure departure) {
    if (ended) {
      return;
    }
    ended = true;
    switch (direction) {
      case FRONTEND -> line.left(departure);
      case BACKEND -> line.closed();
    }
  }

  /** A reset is passed on as one. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    tellOnce(Departure.RESET);
    if (other.isActive()) {
      other.config().setOption(ChannelOption.SO_LINGER, 0);
      other.close();
    }
    context.close();
  }
}
