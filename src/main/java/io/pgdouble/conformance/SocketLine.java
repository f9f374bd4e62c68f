package io.pgdouble.conformance;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A connection by TCP or by a Unix socket, read with a limit of time. */
final class SocketLine implements AutoCloseable {

  private static final int CONNECT_MILLIS = 5000;

  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;

  private SocketLine(SocketChannel channel) throws IOException {
    this.channel = channel;
    this.selector = Selector.open();
    channel.configureBlocking(false);
    this.key = channel.register(selector, SelectionKey.OP_READ);
  }

  /** Connects, or fails within a few seconds. */
  static SocketLine to(SocketAddress address) throws IOException {
    boolean tcp = address instanceof InetSocketAddress;
    SocketChannel channel =
        tcp ? SocketChannel.open() : SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      if (tcp) {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.socket().connect(address, CONNECT_MILLIS);
      } else {
        channel.connect(address);
      }
      return new SocketLine(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * Reads what is there, or waits for it.
   *
   * @param millis above 0
   * @return how many bytes came: none if the time is over, -1 at the end
   */
  int read(ByteBuffer into, long millis) throws IOException {
    selector.selectedKeys().clear();
    return selector.select(millis) == 0 ? 0 : channel.read(into);
  }

  /** Writes all of it, however long the peer takes. */
  void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      if (channel.write(bytes) == 0) {
        key.interestOps(SelectionKey.OP_WRITE);
        selector.select();
      }
    }
    key.interestOps(SelectionKey.OP_READ);
  }

  void shutdownOutput() throws IOException {
    channel.shutdownOutput();
  }

  /** Closes with RST. TCP only. */
  void reset() throws IOException {
    channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    close();
  }

  @Override
  public void close() throws IOException {
    channel.close();
    selector.close();
  }
}
