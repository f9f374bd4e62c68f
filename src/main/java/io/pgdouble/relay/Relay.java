package io.pgdouble.relay;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.pgdouble.trace.Happening.Medium;
import io.pgdouble.wire.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Sits between frontends and a server: a connection to the server for each of a frontend, and what
 * one end sends reaches the other unchanged. A CancelRequest is such a connection, too, and finds
 * its backend by the process id and the key that the server gave out.
 */
public final class Relay implements AutoCloseable {
  private static final int EVENT_LOOPS = Math.min(4, Runtime.getRuntime().availableProcessors());
  private static final int BACKLOG = 2048;
  private static final long LAST_WORDS_NANOS = 200_000_000;

  private final Transport transport = Transport.available();
  private final EventLoopGroup acceptors = transport.loops("relay", 1);
  private final EventLoopGroup loops = transport.loops("relayed", EVENT_LOOPS);
  private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
  private final List<Path> sockets = new ArrayList<>();
  private final AtomicInteger connected = new AtomicInteger();
  private final RelayOptions options;
  private final Tap tap;
  private final Optional<SslContext> tls;
  private final ServerLink link;
  private int port;

  private Relay(RelayOptions options, Tap tap) {
    this.options = options;
    this.tap = tap;
    tls = TlsContexts.towardsFrontends(options.certificate());
    link = new ServerLink(transport, options.server(), channels::add);
  }

  /**
   * Starts a relay. It accepts connections when this returns.
   *
   * @param tap listens in
   * @throws RelayException if it cannot listen, or a certificate cannot be used
   */
  public static Relay start(RelayOptions options, Tap tap) {
    Relay relay = new Relay(options, tap);
    boolean listening = false;
    try {
      relay.listen();
      listening = true;
      return relay;
    } finally {
      if (!listening) {
        relay.close();
      }
    }
  }

  private void listen() {
    port = options.port();
    for (String name : options.listenAddresses()) {
      for (InetAddress address : addresses(name)) {
        port = listenOn(address);
      }
    }
    options.socketDirectory().ifPresent(this::listenIn);
  }

  private static InetAddress[] addresses(String name) {
    try {
      return InetAddress.getAllByName(name.equals("*") ? "0.0.0.0" : name);
    } catch (UnknownHostException e) {
      throw new RelayException("could not look up " + name, e);
    }
  }

  private int listenOn(InetAddress address) {
    Channel listener = bind(new InetSocketAddress(address, port), Medium.TCP);
    return ((InetSocketAddress) listener.localAddress()).getPort();
  }

  private void listenIn(Path directory) {
    Path socket = directory.resolve(".s.PGSQL." + port);
    bind(transport.unixAddress(socket), Medium.UNIX_SOCKET);
    sockets.add(socket);
  }

  private Channel bind(SocketAddress address, Medium medium) {
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(acceptors, loops)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel frontend) {
                    accept(frontend, medium);
                  }
                });
    transport.listening(bootstrap, address);
    if (medium == Medium.TCP) {
      bootstrap
          .option(ChannelOption.SO_REUSEADDR, true)
          .childOption(ChannelOption.TCP_NODELAY, true);
    }
    ChannelFuture bound = bootstrap.bind(address).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new RelayException(
          "could not listen on " + address + ": " + bound.cause().getMessage(), bound.cause());
    }
    channels.add(bound.channel());
    return bound.channel();
  }

  private void accept(Channel frontend, Medium medium) {
    channels.add(frontend);
    connected.incrementAndGet();
    frontend.closeFuture().addListener(closed -> connected.decrementAndGet());
    Doorkeeper door = new Doorkeeper(tls, tap.opened(medium));
    frontend.pipeline().addLast(door);
    link.connect(frontend, door);
  }

  /** Where it listens: 1 to 65535. */
  public int port() {
    return port;
  }

  /**
   * Closes all connections, and lets go of sockets and threads. Frontends that are about to leave
   * are given a moment, so that a tap hears their last words.
   */
  @Override
  public void close() {
    long end = System.nanoTime() + LAST_WORDS_NANOS;
    while (connected.get() > 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(LAST_WORDS_NANOS / 100);
    }
    channels.close().awaitUninterruptibly();
    acceptors.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    for (Path socket : sockets) {
      try {
        Files.deleteIfExists(socket);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
