package io.pgdouble.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.pgdouble.wire.ClientHello.Fault;
import io.pgdouble.wire.ClientHello.Protocols;
import java.util.Optional;

/**
 * Stands before the one who encrypts until the first message of the handshake is there: what is no
 * TLS at all, and who names only protocols that are not ours, comes no further. From 17 on
 * frontends may name protocols. {@code be-secure-openssl.c: be_tls_open_server, alpn_cb}.
 */
final class TlsDoor extends ChannelInboundHandlerAdapter {
  static final String EOF = "EOF detected";

  private final StartupProfile profile;
  private Protocols named = Protocols.NONE;
  private ByteBuf arrived;
  private boolean closed;
  private int along;

  TlsDoor(StartupProfile profile) {
    this.profile = profile;
  }

  /** Which protocols the frontend has named, once the handshake is over. */
  Protocols named() {
    return named;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    arrived = context.alloc().buffer();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    arrived.release();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object received) {
    ByteBuf bytes = (ByteBuf) received;
    arrived.writeBytes(bytes);
    bytes.release();
    ClientHello hello = new ClientHello(arrived);
    if (!closed && hello.hasBegun()) {
      look(context, hello);
    }
  }

  private void look(ChannelHandlerContext context, ClientHello hello) {
    Optional<Fault> fault = hello.fault();
    if (fault.isEmpty() && hello.isComplete()) {
      named = profile.namesProtocols() ? hello.protocols() : Protocols.NONE;
      fault = named == Protocols.OTHERS ? Optional.of(ClientHello.noProtocol()) : Optional.empty();
      if (fault.isEmpty()) {
        open(context);
      }
    }
    fault.ifPresent(found -> refuse(context, found));
  }

  private void open(ChannelHandlerContext context) {
    context.fireChannelRead(arrived.readBytes(arrived.readableBytes()));
    context.pipeline().remove(this);
  }

  /** What is left unread has the system reset the connection. */
  private void refuse(ChannelHandlerContext context, Fault fault) {
    closed = true;
    context.fireExceptionCaught(new BadHelloException(fault.reason()));
    if (fault.isForeign()) {
      hangUp(context);
    } else {
      fault
          .alert()
          .map(ClientHello.Alert::record)
          .map(context::writeAndFlush)
          .ifPresent(sent -> sent.addListener(ChannelFutureListener.CLOSE));
    }
  }

  private void hangUp(ChannelHandlerContext context) {
    if (along > ClientHello.RECORD_HEADER) {
      context.fireUserEventTriggered(Leftover.UNENCRYPTED);
    } else if (arrived.readableBytes() > ClientHello.RECORD_HEADER) {
      context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
    }
    context.close();
  }

  /** So many bytes have come along with the request for TLS. */
  void cameAlong(int bytes) {
    along = bytes;
  }

  /** What is told behind a handshake that failed. */
  enum Leftover {
    /** Bytes that came along with the request were not read. {@code be-secure.c}. */
    UNENCRYPTED
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event == ChannelInputShutdownEvent.INSTANCE && !closed) {
      closed = true;
      context.fireExceptionCaught(new BadHelloException(EOF));
      context.close();
    }
  }
}
