package io.pgdouble.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;

/**
 * Stands behind the one who encrypts and tells how the frontend's side ends: by close_notify, which
 * is an end like any other, or without, which is a connection that broke. {@code
 * be-secure-openssl.c: be_tls_read}.
 */
final class TlsEnd extends ChannelInboundHandlerAdapter {
  private boolean ended;

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof SslCloseCompletionEvent) {
      end(context);
    } else if (event == ChannelInputShutdownEvent.INSTANCE) {
      lose(context);
    } else {
      context.fireUserEventTriggered(event);
    }
  }

  /** What follows the end is not told again. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (!ended || !(cause instanceof IOException)) {
      ended |= cause instanceof IOException;
      context.fireExceptionCaught(cause);
    }
  }

  private void end(ChannelHandlerContext context) {
    if (!ended) {
      ended = true;
      context.fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
    }
  }

  private void lose(ChannelHandlerContext context) {
    SslHandler handler = context.pipeline().get(SslHandler.class);
    boolean clean = ended || handler == null || !handler.handshakeFuture().isSuccess();
    if (clean) {
      end(context);
    } else {
      ended = true;
      context.fireExceptionCaught(new IOException("read: Connection reset by peer"));
    }
  }
}
