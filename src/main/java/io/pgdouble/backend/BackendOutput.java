package io.pgdouble.backend;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.pgdouble.message.BackendMessage;
import io.pgdouble.message.BackendSink;
import io.pgdouble.message.ClientEncoding;
import io.pgdouble.wire.OutboundBatch;

/**
 * The way out of a backend: messages gather in the batch of the thread that performs, and leave in
 * one piece. On the event loop nothing waits; a worker rests while the frontend does not read.
 */
final class BackendOutput implements BackendSink {
  private final Channel channel;
  private final BackendProcess process;
  private ClientEncoding encoding = ClientEncoding.UTF8;
  private OutboundBatch batch;
  private Place place = Place.EVENT_LOOP;
  private boolean ended;

  private enum Place {
    EVENT_LOOP,
    WORKER
  }

  BackendOutput(Channel channel, BackendProcess process) {
    this.channel = channel;
    this.process = process;
  }

  /** The event loop performs; this is its batch. */
  void onEventLoop(OutboundBatch loopBatch) {
    enter(loopBatch, Place.EVENT_LOOP);
  }

  /** A worker performs; this is its batch. */
  void onWorker(OutboundBatch workerBatch) {
    enter(workerBatch, Place.WORKER);
  }

  private void enter(OutboundBatch newBatch, Place newPlace) {
    batch = newBatch;
    batch.encoding(encoding);
    place = newPlace;
  }

  @Override
  public void send(BackendMessage message) {
    batch.add(message);
    if (batch.isFull()) {
      sendBatch();
    }
  }

  /** On the event loop, the end of the frontend's batch sends: many answers, one system call. */
  @Override
  public void flush() {
    if (place == Place.WORKER) {
      sendBatch();
    }
  }

  /** Sends what is gathered, and on a worker waits until it may gather more. */
  void sendBatch() {
    batch.send(channel);
    if (place == Place.WORKER) {
      process.parkUntil(this::mayGoOn);
    }
  }

  private boolean mayGoOn() {
    return channel.isWritable() || !channel.isActive() || process.terminating();
  }

  /** What a worker gathered last, for the event loop to send. */
  ByteBuf takeLast() {
    return batch.isEmpty() ? Unpooled.EMPTY_BUFFER : batch.take(channel);
  }

  ClientEncoding encoding() {
    return encoding;
  }

  @Override
  public void clientEncoding(ClientEncoding newEncoding) {
    encoding = newEncoding;
    batch.encoding(newEncoding);
  }

  @Override
  public void end() {
    ended = true;
  }

  boolean hasEnded() {
    return ended;
  }
}
