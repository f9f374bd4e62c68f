package io.pgdouble.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.pgdouble.message.BackendMessage;
import io.pgdouble.message.BytesWriter;
import io.pgdouble.message.ClientEncoding;
import java.util.Arrays;

/**
 * Gathers answers and hands them to the channel as one buffer: one system call for a whole batch,
 * however many messages it has. Only what PostgreSQL would have let go is let go: all that came
 * before a flush, and after it a send buffer of {@link #PQ_SEND_BUFFER_SIZE} bytes whenever one is
 * full. {@code pqcomm.c: internal_putbytes, pq_flush}. Belongs to a thread, which uses it for one
 * connection after the other.
 */
public final class OutboundBatch {
  /** When so many bytes are gathered, they go out without waiting for more. */
  public static final int GREATEST_BATCH = 64 * 1024;

  /** {@code pqcomm.c}: bytes the server gathers before it sends them unasked. */
  public static final int PQ_SEND_BUFFER_SIZE = 8192;

  private static final byte[] NOTHING = {};
  private static final int KEPT_CAPACITY = 2 * GREATEST_BATCH;

  private final BytesWriter out = new BytesWriter(4096);
  private int flushed;

  /** Sets how strings of the messages that follow are written. */
  public void encoding(ClientEncoding encoding) {
    out.encoding(encoding);
  }

  /** Adds a message; none of it, if it cannot be written. */
  public void add(BackendMessage message) {
    int before = out.length();
    boolean written = false;
    try {
      out.backend(message);
      written = true;
    } finally {
      if (!written) {
        out.truncate(before);
      }
    }
  }

  /** How many bytes are gathered. */
  public int length() {
    return out.length();
  }

  /** The bytes that are gathered, in an array that has room for more. */
  public byte[] array() {
    return out.array();
  }

  /** Begins with bytes that an earlier batch of the connection had to keep. */
  public void restore(byte[] kept) {
    out.bytes(kept);
  }

  /** Everything added so far may go. */
  public void flush() {
    flushed = out.length();
  }

  public boolean isEmpty() {
    return out.length() == 0;
  }

  /** Whether so much is gathered that it should go out. */
  public boolean isFull() {
    return out.length() >= GREATEST_BATCH;
  }

  /** Whether anything may go. */
  public boolean hasReleased() {
    return released() > 0;
  }

  /** Sends what may go, and keeps the rest for more to be added. */
  public void send(Channel channel) {
    if (hasReleased()) {
      channel.writeAndFlush(take(channel), channel.voidPromise());
    }
  }

  /** The same once the channel's event loop, which calls it, has looked at all that has come. */
  public void sendSoon(Channel channel) {
    if (hasReleased()) {
      channel.write(take(channel), channel.voidPromise());
      Flushes.ofThisThread().add(channel);
    }
  }

  /** Takes what may go as a buffer of the channel's own allocator; empty where nothing may. */
  public ByteBuf take(Channel channel) {
    int released = released();
    ByteBuf bytes = released == 0 ? Unpooled.EMPTY_BUFFER : copy(channel, released);
    byte[] rest = rest(released);
    out.clear(KEPT_CAPACITY);
    out.bytes(rest);
    flushed = 0;
    return bytes;
  }

  /** Empties the batch of what may not go yet; the connection gives it back with its next one. */
  public byte[] keep() {
    byte[] kept = rest(0);
    out.clear(KEPT_CAPACITY);
    flushed = 0;
    return kept;
  }

  private int released() {
    int unflushed = out.length() - flushed;
    return flushed + Math.max(0, unflushed - 1) / PQ_SEND_BUFFER_SIZE * PQ_SEND_BUFFER_SIZE;
  }

  private ByteBuf copy(Channel channel, int length) {
    return channel.alloc().directBuffer(length).writeBytes(out.array(), 0, length);
  }

  private byte[] rest(int from) {
    return from == out.length() ? NOTHING : Arrays.copyOfRange(out.array(), from, out.length());
  }
}
