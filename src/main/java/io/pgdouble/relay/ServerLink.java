package io.pgdouble.relay;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.wire.Transport;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Optional;
import java.util.function.Consumer;

/** The way to the server: connects, and asks for TLS where that is wished. */
final class ServerLink {
  private static final int CONNECT_MILLIS = 10_000;
  private static final int REQUEST_LENGTH = 8;
  private static final int SSL_REQUEST = 1234 << 16 | 5679;

  private final Transport transport;
  private final ServerUrl server;
  private final Optional<SslContext> tls;
  private final Consumer<Channel> opened;

  /**
   * @param transport of the event loops
   * @param opened is told of every connection to the server
   */
  ServerLink(Transport transport, ServerUrl server, Consumer<Channel> opened) {
    this.opened = opened;
    this.transport = transport;
    this.server = server;
    this.tls = TlsContexts.towardsServer(server.encryption());
  }

  /** Connects on the frontend's event loop; the doorkeeper is told of the outcome. */
  void connect(Channel frontend, Doorkeeper door) {
    SocketAddress address =
        server.isUnixSocket() ? transport.unixAddress(server.socketFile()) : server.tcpAddress();
    Bootstrap bootstrap =
        new Bootstrap()
            .group(frontend.eventLoop())
            .channel(transport.towards(address))
            .option(ChannelOption.AUTO_READ, false)
            .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    opened.accept(channel);
                  }
                });
    if (address instanceof InetSocketAddress) {
      bootstrap.option(ChannelOption.TCP_NODELAY, true);
    }
    ChannelFuture connected = bootstrap.connect(address);
    connected.addListener(done -> connected(connected, frontend, door));
  }

  private void connected(ChannelFuture connected, Channel frontend, Doorkeeper door) {
    if (!connected.isSuccess()) {
      door.serverFailed(failure(String.valueOf(connected.cause().getMessage())));
    } else if (!frontend.isActive()) {
      connected.channel().close();
    } else if (tls.isEmpty()) {
      door.serverReady(connected.channel());
    } else {
      ByteBuf request = connected.channel().alloc().buffer(REQUEST_LENGTH);
      connected.channel().pipeline().addLast(new Asking(door));
      connected.channel().config().setAutoRead(true);
      connected.channel().writeAndFlush(request.writeInt(REQUEST_LENGTH).writeInt(SSL_REQUEST));
    }
  }

  private ErrorReport failure(String reason) {
    return ErrorReport.fatal(
        SqlState.SQLCLIENT_UNABLE_TO_ESTABLISH_SQLCONNECTION,
        "pgdouble relay could not connect to " + server + ": " + reason);
  }

  /** Waits for the answer to SSLRequest. */
  private final class Asking extends ChannelInboundHandlerAdapter {
    private final Doorkeeper door;
    private boolean told;

    Asking(Doorkeeper door) {
      this.door = door;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object received) {
      ByteBuf bytes = (ByteBuf) received;
      byte answer = bytes.readByte();
      boolean more = bytes.isReadable();
      bytes.release();
      if (answer == 'S' && !more) {
        encrypt(context);
      } else if (answer == 'N' && server.encryption().mode() == ServerUrl.SslMode.PREFER) {
        ready(context);
      } else {
        fail(context, "the server does not support SSL, but SSL was required");
      }
    }

    private void encrypt(ChannelHandlerContext context) {
      SslHandler handler =
          tls.orElseThrow().newHandler(context.alloc(), server.host(), server.port());
      context.pipeline().addFirst(handler);
      handler
          .handshakeFuture()
          .addListener(
              done -> {
                if (done.isSuccess()) {
                  ready(context);
                } else {
                  fail(context, String.valueOf(done.cause().getMessage()));
                }
              });
    }

    private void ready(ChannelHandlerContext context) {
      told = true;
      context.channel().config().setAutoRead(false);
      context.pipeline().remove(this);
      door.serverReady(context.channel());
    }

    private void fail(ChannelHandlerContext context, String reason) {
      if (!told) {
        told = true;
        door.serverFailed(failure(reason));
      }
      context.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      fail(context, "server closed the connection unexpectedly");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      fail(context, String.valueOf(cause.getMessage()));
    }
  }
}
