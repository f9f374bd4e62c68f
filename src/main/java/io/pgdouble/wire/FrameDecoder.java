package io.pgdouble.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.pgdouble.error.ReportedError;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Delivers frames one at a time, and none while its receiver is busy: what arrives meanwhile is
 * kept unread, and after one buffer of it the connection is not read from any more. So whoever
 * sends too much waits in TCP, as before a busy process.
 */
public final class FrameDecoder extends ChannelInboundHandlerAdapter {
  private final FrameReader reader;
  private final FrameReceiver receiver;
  private ChannelHandlerContext context;
  private Deque<ByteBuf> unread;

  /** What is delivered from; null while nothing is. */
  private ByteBuf delivered;

  private boolean paused;
  private boolean held;
  private boolean delivering;
  private boolean stopped;
  private boolean ended;

  public FrameDecoder(FrameReader reader, FrameReceiver receiver) {
    this.reader = reader;
    this.receiver = receiver;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    context = added;
  }

  /** Delivers nothing until {@link #resume}. Called on the event loop. */
  public void pause() {
    paused = true;
  }

  /** Delivers again, beginning with what was kept. Called on the event loop. */
  public void resume() {
    paused = false;
    goOn();
  }

  /** Delivers nothing until {@link #release}, paused or not. Called on the event loop. */
  public void hold() {
    held = true;
  }

  /** Delivers again, unless it is paused. Called on the event loop. */
  public void release() {
    held = false;
    goOn();
  }

  private boolean rests() {
    return paused || held || stopped;
  }

  private void goOn() {
    if (delivering) {
      return;
    }
    deliverUnread();
    receiver.onBatchEnd();
    if (!rests()) {
      readOn();
    }
  }

  private void readOn() {
    if (ended) {
      receiver.onEndOfStream(reader.cut());
    } else if (!context.channel().config().isAutoRead()) {
      context.channel().config().setAutoRead(true);
    }
  }

  private void deliverUnread() {
    while (unread != null && !rests()) {
      ByteBuf first = unread.peek();
      deliver(first);
      if (!first.isReadable() || stopped) {
        unread.remove().release();
        unread = unread.isEmpty() ? null : unread;
      }
    }
  }

  /** Delivers nothing any more: the conversation is over. Called on the event loop. */
  public void stop() {
    stopped = true;
  }

  @Override
  public void channelRead(ChannelHandlerContext where, Object received) {
    ByteBuf bytes = (ByteBuf) received;
    if (stopped) {
      bytes.release();
    } else if (rests() || unread != null) {
      keep(bytes);
    } else {
      deliver(bytes);
      if (bytes.isReadable() && !stopped) {
        keep(bytes);
      } else {
        bytes.release();
      }
    }
  }

  private void keep(ByteBuf bytes) {
    if (unread == null) {
      unread = new ArrayDeque<>(2);
    }
    unread.add(bytes);
    context.channel().config().setAutoRead(false);
  }

  /**
   * Whether a further frame has come whole behind the one that is delivered, and is of that type.
   */
  public boolean continuesWith(char type) {
    return delivered != null && reader.isNext(type, delivered);
  }

  private void deliver(ByteBuf bytes) {
    delivered = bytes;
    delivering = true;
    try {
      while (!rests() && reader.next(bytes)) {
        deliverFrame();
      }
    } catch (ReportedError e) {
      stopped = true;
      receiver.onBadFrame(e.located());
    } finally {
      delivering = false;
      delivered = null;
    }
  }

  private void deliverFrame() {
    if (reader.tooGreat()) {
      receiver.onFrameTooGreat(reader.type(), reader.outOfMemory());
    } else {
      receiver.onFrame(reader.type(), reader.body());
    }
  }

  /** Also where it rests meanwhile: what was gathered must not stay behind for others to find. */
  @Override
  public void channelReadComplete(ChannelHandlerContext where) {
    receiver.onBatchEnd();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext where, Object event) {
    if (event == ChannelInputShutdownEvent.INSTANCE && !ended) {
      ended = true;
      receiver.onLastReceived();
      if (!rests() && unread == null) {
        receiver.onEndOfStream(reader.cut());
      }
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext where) {
    receiver.onWritabilityChanged();
  }

  @Override
  public void channelInactive(ChannelHandlerContext where) {
    stopped = true;
    releaseUnread();
    receiver.onClosed();
  }

  private void releaseUnread() {
    while (unread != null) {
      unread.remove().release();
      unread = unread.isEmpty() ? null : unread;
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext where, Throwable cause) {
    receiver.onBroken(cause);
    where.close();
  }
}
