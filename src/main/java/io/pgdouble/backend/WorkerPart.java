package io.pgdouble.backend;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** A backend's part that a worker does, one at a time: it may take long, and wait. */
final class WorkerPart implements Runnable {
  private final Channel channel;
  private final BackendProcess process;
  private final BackendOutput output;
  private final Backend backend;
  private ByteBuf last = Unpooled.EMPTY_BUFFER;

  WorkerPart(Channel channel, BackendProcess process, BackendOutput output, Backend backend) {
    this.channel = channel;
    this.process = process;
    this.output = output;
    this.backend = backend;
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
