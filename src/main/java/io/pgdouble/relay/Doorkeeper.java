package io.pgdouble.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.trace.Direction;
import io.pgdouble.trace.Happening.Departure;
import io.pgdouble.wire.FinalWords;
import java.util.Optional;

/**
 * Answers what a frontend asks about encryption, which ends here, and steps aside with the first
 * packet that is for the server: a StartupMessage, a CancelRequest, or what nobody understands.
 * Manual: {@code protocol-flow § SSL Session Encryption}.
 */
final class Doorkeeper extends ChannelInboundHandlerAdapter {
  private static final int REQUEST_LENGTH = 8;
  private static final int SSL_REQUEST = 1234 << 16 | 5679;
  private static final int GSSENC_REQUEST = 1234 << 16 | 5680;
  private static final byte TLS_HANDSHAKE = 0x16;

  /** What may wait for the server, in bytes. */
  private static final int GREATEST_WAIT = 64 * 1024;

  private final Optional<SslContext> tls;
  private final Tap.Line line;
  private ByteBuf arrived;
  private ChannelHandlerContext context;
  private Channel server;
  private Optional<ErrorReport> failure = Optional.empty();
  private boolean encrypted;
  private boolean complete;
  private boolean ended;
  private boolean resting;

  /**
   * @param tls towards the frontend; empty where there is no certificate
   */
  Doorkeeper(Optional<SslContext> tls, Tap.Line line) {
    this.tls = tls;
    this.line = line;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    context = added;
    arrived = added.alloc().buffer(64);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext removed) {
    arrived.release();
  }

  /** The server is there: connected, and encrypted where that was asked for. */
  void serverReady(Channel channel) {
    server = channel;
    stepAside();
  }

  /** There is no server: the frontend is told once it has said who it is. */
  void serverFailed(ErrorReport report) {
    failure = Optional.of(report);
    stepAside();
  }

  @Override
  public void channelRead(ChannelHandlerContext where, Object received) {
    ByteBuf bytes = (ByteBuf) received;
    arrived.writeBytes(bytes);
    bytes.release();
    if (!complete) {
      look();
    }
    if (complete) {
      restIfFull();
      stepAside();
    }
  }

  /** A frontend need not wait for an answer, but the server may not be there for a long time. */
  private void restIfFull() {
    if (arrived.readableBytes() > GREATEST_WAIT && !resting) {
      resting = true;
      context.channel().config().setAutoRead(false);
    }
  }

  /** Deals with requests, until something is for the server. */
  private void look() {
    if (beginsWithTls()) {
      complete = tls.isEmpty();
      tls.ifPresent(asked -> encrypt());
      return;
    }
    if (arrived.readableBytes() < REQUEST_LENGTH) {
      complete = isForeign();
      return;
    }
    int code = arrived.getInt(arrived.readerIndex() + Integer.BYTES);
    boolean request = arrived.getInt(arrived.readerIndex()) == REQUEST_LENGTH;
    if (request && code == SSL_REQUEST && !encrypted) {
      answer(tls.isPresent() ? 'S' : 'N', "SSL request");
    } else if (request && code == GSSENC_REQUEST) {
      answer('N', "GSSAPI encryption request");
    } else {
      complete = true;
    }
  }

  /** Since 17, without having asked. */
  private boolean beginsWithTls() {
    return !encrypted
        && arrived.isReadable()
        && arrived.getByte(arrived.readerIndex()) == TLS_HANDSHAKE;
  }

  /** What cannot become a startup packet is for the server to judge at once. */
  private boolean isForeign() {
    return arrived.readableBytes() >= Integer.BYTES
        && (arrived.getInt(arrived.readerIndex()) < REQUEST_LENGTH
            || arrived.getByte(arrived.readerIndex()) != 0);
  }

  private void answer(char answer, String request) {
    byte[] packet = new byte[REQUEST_LENGTH];
    arrived.readBytes(packet);
    line.crossed(Direction.FRONTEND, packet);
    line.crossed(Direction.BACKEND, new byte[] {(byte) answer});
    context.writeAndFlush(context.alloc().buffer(1).writeByte(answer));
    if (arrived.isReadable()) {
      stuffed(request);
    } else if (answer == 'S') {
      encrypt();
    }
  }

  private void encrypt() {
    encrypted = true;
    SslHandler handler = tls.orElseThrow().newHandler(context.alloc());
    context.pipeline().addFirst(handler);
    if (arrived.isReadable()) {
      ByteBuf hello = arrived.readBytes(arrived.readableBytes());
      context.pipeline().fireChannelRead(hello);
      context.pipeline().fireChannelReadComplete();
    }
  }

  /** {@code backend_startup.c: ProcessSSLStartup}: somebody in between may have put them there. */
  private void stuffed(String request) {
    ErrorReport report =
        ErrorReport.fatal(SqlState.PROTOCOL_VIOLATION, "received unencrypted data after " + request)
            .withDetail(
                "This could be either a client-software bug or evidence of an attempted "
                    + "man-in-the-middle attack.");
    arrived.clear();
    say(report);
  }

  private void say(ErrorReport report) {
    ByteBuf words = FinalWords.of(context.alloc(), report.toException().located(), 0);
    line.crossed(Direction.BACKEND, ByteBufUtil.getBytes(words));
    context.writeAndFlush(words).addListener(ChannelFutureListener.CLOSE);
  }

  private void stepAside() {
    if (!complete || context.isRemoved() || (server == null && failure.isEmpty())) {
      return;
    }
    if (failure.isPresent()) {
      line.crossed(Direction.FRONTEND, ByteBufUtil.getBytes(arrived));
      arrived.clear();
      say(failure.get());
      return;
    }
    Pipe there = new Pipe(Direction.FRONTEND, server, line);
    Pipe back = new Pipe(Direction.BACKEND, context.channel(), line);
    server.pipeline().addLast(back);
    context.pipeline().addLast(there);
    there.pass(arrived.readBytes(arrived.readableBytes()));
    server.flush();
    server.config().setAutoRead(true);
    if (resting && !ended) {
      context.channel().config().setAutoRead(true);
    }
    context.pipeline().remove(this);
    if (ended) {
      there.userEventTriggered(context, ChannelInputShutdownEvent.INSTANCE);
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext where, Object event) {
    if (event != ChannelInputShutdownEvent.INSTANCE) {
      return;
    }
    ended = true;
    if (!complete) {
      complete = arrived.isReadable();
      stepAside();
    }
    if (!complete) {
      context.close();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext where) {
    line.left(Departure.CLOSE);
    if (server != null) {
      server.close();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext where, Throwable cause) {
    where.close();
  }
}
