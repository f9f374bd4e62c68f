package io.pgdouble.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.pgdouble.message.BackendMessage;
import io.pgdouble.message.BytesWriter;
import io.pgdouble.message.ClientEncoding;

/**
 * Gathers answers and hands them to the channel as one buffer: one system call for a whole batch,
 * however many messages it has. {@code pqcomm.c: internal_putbytes, pq_flush}. Belongs to a thread,
 * which uses it for one connection after the other.
 */
public final class OutboundBatch {
  /** When so many bytes are gathered, they go out without waiting for more. */
  public static final int GREATEST_BATCH = 64 * 1024;

  private static final int KEPT_CAPACITY = 2 * GREATEST_BATCH;

  private final BytesWriter out = new BytesWriter(4096);

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

  public boolean isEmpty() {
    return out.length() == 0;
  }

  /** Whether so much is gathered that it should go out. */
  public boolean isFull() {
    return out.length() >= GREATEST_BATCH;
  }

  /** Takes what was gathered as a buffer of the channel's own allocator. */
  public ByteBuf take(Channel channel) {
    int length = out.length();
    ByteBuf bytes = channel.alloc().directBuffer(length).writeBytes(out.array(), 0, length);
    out.clear(KEPT_CAPACITY);
    return bytes;
  }

  /** Sends what was gathered, if anything. */
  public void send(Channel channel) {
    if (out.length() > 0) {
      channel.writeAndFlush(take(channel), channel.voidPromise());
    }
  }
}
