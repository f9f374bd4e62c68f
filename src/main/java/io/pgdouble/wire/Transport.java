package io.pgdouble.wire;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.channel.unix.IntegerUnixChannelOption;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.spi.SelectorProvider;
import java.nio.file.Path;

/** The system's way to sockets: epoll where there is one, Java's own elsewhere. */
public enum Transport {
  EPOLL(EpollServerDomainSocketChannel.class) {
    @Override
    public Class<? extends Channel> towards(SocketAddress address) {
      return address instanceof InetSocketAddress
          ? EpollSocketChannel.class
          : EpollDomainSocketChannel.class;
    }

    @Override
    IoHandlerFactory handlers() {
      return EpollIoHandler.newFactory(0, YieldBeforeSleep::new);
    }

    @Override
    public SocketAddress unixAddress(Path path) {
      return new DomainSocketAddress(path.toString());
    }

    @Override
    public boolean keepsFamiliesApart() {
      return true;
    }

    @Override
    void listeningOnTcp(ServerBootstrap bootstrap, InetSocketAddress address) {
      if (address.getAddress() instanceof Inet6Address) {
        bootstrap.channel(EpollServerSocketChannel.class).option(IPV6_V6ONLY, 1);
      } else {
        bootstrap.channelFactory(() -> new EpollServerSocketChannel(SocketProtocolFamily.INET));
      }
    }
  },
  NIO(NioServerDomainSocketChannel.class) {
    @Override
    public Class<? extends Channel> towards(SocketAddress address) {
      return address instanceof InetSocketAddress
          ? NioSocketChannel.class
          : NioDomainSocketChannel.class;
    }

    @Override
    IoHandlerFactory handlers() {
      return NioIoHandler.newFactory(SelectorProvider.provider(), YieldBeforeSleep::new);
    }

    @Override
    public SocketAddress unixAddress(Path path) {
      return UnixDomainSocketAddress.of(path);
    }

    @Override
    public boolean keepsFamiliesApart() {
      return false;
    }

    @Override
    void listeningOnTcp(ServerBootstrap bootstrap, InetSocketAddress address) {
      bootstrap.channel(NioServerSocketChannel.class);
    }
  };

  /** Linux' numbers of {@code IPPROTO_IPV6} and of the option. */
  private static final IntegerUnixChannelOption IPV6_V6ONLY =
      new IntegerUnixChannelOption("IPV6_V6ONLY", 41, 26);

  private final Class<? extends ServerChannel> unix;

  Transport(Class<? extends ServerChannel> unix) {
    this.unix = unix;
  }

  /** The best this system has. */
  public static Transport available() {
    return Epoll.isAvailable() ? EPOLL : NIO;
  }

  abstract IoHandlerFactory handlers();

  /** The address of a Unix socket's file. */
  public abstract SocketAddress unixAddress(Path path);

  /** What connects to an address. */
  public abstract Class<? extends Channel> towards(SocketAddress address);

  /** Has what listens at an address be made. {@code pqcomm.c: StreamServerPort}. */
  public void listening(ServerBootstrap bootstrap, SocketAddress address) {
    if (address instanceof InetSocketAddress inet) {
      listeningOnTcp(bootstrap, inet);
    } else {
      bootstrap.channel(unix);
    }
  }

  /** Whether one socket of IPv4 and one of IPv6 can both have all addresses and the same port. */
  public abstract boolean keepsFamiliesApart();

  /** A socket of the address's family leaves the other alone. */
  abstract void listeningOnTcp(ServerBootstrap bootstrap, InetSocketAddress address);

  /** Event loops on threads that do not keep a JVM alive. */
  public MultiThreadIoEventLoopGroup loops(String name, int threads) {
    return new MultiThreadIoEventLoopGroup(
        threads, new DefaultThreadFactory(name, true), handlers());
  }
}
