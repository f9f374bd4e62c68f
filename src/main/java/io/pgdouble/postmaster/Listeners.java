package io.pgdouble.postmaster;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.log.PostmasterLines;
import io.pgdouble.wire.Transport;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The sockets on which a postmaster listens. {@code pqcomm.c: StreamServerPort}. */
final class Listeners {
  /** What a connection holds back before its backend rests, in bytes: low and high. */
  private static final WriteBufferWaterMark WATER_MARK =
      new WriteBufferWaterMark(64 * 1024, 256 * 1024);

  private final ChannelGroup listeners = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final Transport transport;
  private final EventLoopGroup acceptors;
  private final EventLoopGroup loops;
  private final Consumer<Channel> accept;
  private volatile boolean barred;

  /**
   * @param loops those of the connections
   * @param accept takes a connection, on its event loop
   */
  Listeners(
      Transport transport,
      EventLoopGroup acceptors,
      EventLoopGroup loops,
      Consumer<Channel> accept) {
    this.transport = transport;
    this.acceptors = acceptors;
    this.loops = loops;
    this.accept = accept;
  }

  /** The addresses of all networks the machine is in. {@code getaddrinfo: AI_PASSIVE}. */
  List<InetAddress> everywhere() throws UnknownHostException {
    InetAddress all = InetAddress.getByName("0.0.0.0");
    return transport.keepsFamiliesApart()
        ? List.of(all, InetAddress.getByName("::"))
        : List.of(all);
  }

  /**
   * Listens on an address.
   *
   * @return with the port that the system chose, where it was to
   * @throws ReportedError LOG if it cannot be had
   */
  InetSocketAddress listenOn(InetSocketAddress address) {
    return (InetSocketAddress) bind(address).localAddress();
  }

  static String family(InetSocketAddress address) {
    return address.getAddress() instanceof Inet6Address ? "IPv6" : "IPv4";
  }

  /**
   * Listens on a Unix socket.
   *
   * @throws ReportedError LOG if it cannot be had
   */
  Channel listenOn(Path socket) {
    return bind(transport.unixAddress(socket));
  }

  private Channel bind(SocketAddress address) {
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(acceptors, loops)
            .option(ChannelOption.SO_BACKLOG, 2048)
            .option(ChannelOption.AUTO_READ, false)
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel connection) {
                    accept.accept(connection);
                  }
                });
    transport.listening(bootstrap, address);
    if (address instanceof InetSocketAddress) {
      bootstrap
          .option(ChannelOption.SO_REUSEADDR, true)
          .childOption(ChannelOption.TCP_NODELAY, true);
    }
    ChannelFuture bound = bootstrap.bind(address).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw couldNotBind(address, bound.cause());
    }
    listeners.add(bound.channel());
    return bound.channel();
  }

  private static ReportedError couldNotBind(SocketAddress address, Throwable cause) {
    String text = String.valueOf(cause.getMessage());
    String reason = text.substring(text.lastIndexOf(": ") + 1).strip();
    ErrorReport report =
        address instanceof InetSocketAddress inet
            ? PostmasterLines.cannotBind(
                family(inet), NetUtil.toAddressString(inet.getAddress()), inet.getPort(), reason)
            : PostmasterLines.cannotBindSocket(address.toString(), reason);
    return report.toException();
  }

  /** Done by the acceptor itself, so that nothing is accepted any more when this returns. */
  private void accepting(boolean accepting) {
    for (Channel listener : listeners) {
      listener
          .eventLoop()
          .submit(() -> listener.config().setAutoRead(accepting))
          .awaitUninterruptibly();
    }
  }

  /** Takes connections, first those that have waited. */
  void accept() {
    if (!barred) {
      accepting(true);
    }
  }

  /** Takes nobody while those are waited for who came too late, and never again once killed. */
  void entered(ServerState state) {
    switch (state) {
      case STARTUP -> unbar();
      case WAIT_DEAD_END -> {
        barred = true;
        rest();
      }
      case KILLED -> close();
      case INIT, RECOVERY, HOT_STANDBY, RUN, STOP_BACKENDS, WAIT_BACKENDS, NO_CHILDREN -> {}
    }
  }

  private void unbar() {
    if (barred) {
      barred = false;
      accept();
    }
  }

  /** Lets connections wait. */
  void rest() {
    accepting(false);
  }

  /** Listens no more. */
  void close() {
    listeners.close().awaitUninterruptibly();
  }
}
