package io.pgdouble.backend;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.pgdouble.message.CopyData;
import io.pgdouble.message.FrontendMessage;
import io.pgdouble.wire.FrameDecoder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** A backend's part that a worker does, one at a time: it may take long, and wait. */
final class WorkerPart implements Runnable {
  private static final int MOST_BYTES = 64 * 1024;
  private static final int MOST_PIECES = 4096;

  private final Channel channel;
  private final BackendProcess process;
  private final BackendOutput output;
  private final Backend backend;
  private final Deque<FrontendMessage> messages = new ArrayDeque<>(1);
  private int bytes;
  private ByteBuf last = Unpooled.EMPTY_BUFFER;

  WorkerPart(Channel channel, BackendProcess process, BackendOutput output, Backend backend) {
    this.channel = channel;
    this.process = process;
    this.output = output;
    this.backend = backend;
  }

  /**
   * Takes a message; whether it is to be done together with others that have come already, which
   * spares pieces of COPY data, often of a line each, a worker of their own.
   */
  boolean gathers(FrontendMessage message, FrameDecoder decoder) {
    messages.add(message);
    if (!(message instanceof CopyData piece)) {
      return false;
    }
    bytes += piece.data().length;
    return bytes < MOST_BYTES
        && messages.size() < MOST_PIECES
        && decoder.continuesWith(CopyData.TYPE);
  }

  /** Whether there is no message to be done. */
  boolean isEmpty() {
    return messages.isEmpty();
  }

  /** The next message that is to be done. */
  FrontendMessage next() {
    bytes = 0;
    return messages.remove();
  }

  /** Has it done. False where there are no workers any more. */
  boolean begin(Executor workers) {
    try {
      workers.execute(this);
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  @Override
  public void run() {
    process.enterWorker();
    backend.performAsWorker();
    last = output.takeLast();
    process.leaveWorker();
    channel.eventLoop().execute(this::done);
  }

  private void done() {
    channel.writeAndFlush(last, channel.voidPromise());
    last = Unpooled.EMPTY_BUFFER;
    backend.workDone();
  }
}
