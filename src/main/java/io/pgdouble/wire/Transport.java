package io.pgdouble.wire;

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
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.spi.SelectorProvider;
import java.nio.file.Path;

/** The system's way to sockets: epoll where there is one, Java's own elsewhere. */
public enum Transport {
  EPOLL(EpollServerSocketChannel.class, EpollServerDomainSocketChannel.class) {
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
  },
  NIO(NioServerSocketChannel.class, NioServerDomainSocketChannel.class) {
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
  };

  private final Class<? extends ServerChannel> tcp;
  private final Class<? extends ServerChannel> unix;

  Transport(Class<? extends ServerChannel> tcp, Class<? extends ServerChannel> unix) {
    this.tcp = tcp;
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

  /** What listens on TCP. */
  public Class<? extends ServerChannel> tcp() {
    return tcp;
  }

  /** What listens on a Unix socket. */
  public Class<? extends ServerChannel> unix() {
    return unix;
  }

  /** Event loops on threads that do not keep a JVM alive. */
  public MultiThreadIoEventLoopGroup loops(String name, int threads) {
    return new MultiThreadIoEventLoopGroup(
        threads, new DefaultThreadFactory(name, true), handlers());
  }
}
