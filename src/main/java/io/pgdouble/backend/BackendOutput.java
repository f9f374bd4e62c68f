package io.pgdouble.backend;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPromise;
import io.pgdouble.message.BackendMessage;
import io.pgdouble.message.BackendSink;
import io.pgdouble.message.ClientEncoding;
import io.pgdouble.wire.OutboundBatch;

/**
 * The way out of a backend: messages gather in the batch of the thread that performs, and leave in
 * one piece. On the event loop nothing waits; a worker rests while the frontend does not read.
 */
final class BackendOutput implements BackendSink {
  private static final byte[] NOTHING = {};

  private final Channel channel;
  private final BackendProcess process;
  private final ProtocolTap tap;
  private final FrontendLoss loss;
  private ClientEncoding encoding = ClientEncoding.UTF8;
  private OutboundBatch batch;
  private byte[] kept = NOTHING;
  private Place place = Place.EVENT_LOOP;
  private boolean gathering;
  private boolean ended;

  private enum Place {
    EVENT_LOOP,
    WORKER
  }

  private enum Letting {
    AT_ONCE,
    /** With what other channels of the event loop have to send. */
    SOON
  }

  BackendOutput(Channel channel, BackendProcess process, FrontendLoss loss, ProtocolTap tap) {
    this.channel = channel;
    this.process = process;
    this.loss = loss;
    this.tap = tap;
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
    gathering = true;
    if (kept.length > 0) {
      batch.restore(kept);
      kept = NOTHING;
    }
  }

  /** Whether it has a batch, which no other connection fills before this one leaves it. */
  boolean isGathering() {
    return gathering;
  }

  @Override
  public void send(BackendMessage message) {
    int before = batch.length();
    batch.add(message);
    tap.backend(batch.array(), before, batch.length());
    if (batch.isFull()) {
      sendBatch();
    }
  }

  /** On the event loop, the end of the frontend's batch sends: many answers, one system call. */
  @Override
  public void flush() {
    batch.flush();
    if (place == Place.WORKER || loss.isSuspected()) {
      sendBatch();
    }
  }

  /** Sends what may go; the rest waits for the next batch, as PostgreSQL's send buffer does. */
  void leaveBatch() {
    if (!gathering) {
      return;
    }
    let(place == Place.EVENT_LOOP ? Letting.SOON : Letting.AT_ONCE);
    if (!batch.isEmpty()) {
      kept = batch.keep();
    }
    gathering = false;
  }

  /** The same for the last time: what was not flushed is never sent. */
  void leaveForGood(OutboundBatch loopBatch) {
    onEventLoop(loopBatch);
    leaveBatch();
    tap.backendClosed();
  }

  /** Sends what may go, and on a worker waits until it may gather more. */
  private void sendBatch() {
    let(Letting.AT_ONCE);
    if (place == Place.WORKER) {
      process.parkUntil(this::mayGoOn);
    }
  }

  /** Lets go what may. Who may have hung up is looked after, at the price of waiting for it. */
  private void let(Letting when) {
    if (!batch.hasReleased()) {
      return;
    }
    if (loss.isBroken()) {
      batch.take(channel).release();
      loss.sendingFails();
    } else if (loss.isSuspected()) {
      watched(batch.take(channel));
    } else if (when == Letting.SOON) {
      batch.sendSoon(channel);
    } else {
      batch.send(channel);
    }
  }

  private void watched(ByteBuf bytes) {
    ChannelPromise sending = channel.newPromise();
    sending.addListener(
        done -> {
          loss.sent(done);
          process.wakeWorker();
        });
    channel.writeAndFlush(bytes, sending);
    if (place == Place.WORKER) {
      process.parkUntil(() -> sending.isDone() || process.terminating());
    }
    if (loss.isBroken()) {
      loss.sendingFails();
    }
  }

  private boolean mayGoOn() {
    return channel.isWritable() || !channel.isActive() || process.terminating();
  }

  /** What a worker gathered last and may go, for the event loop to send. */
  ByteBuf takeLast() {
    if (loss.isSuspected()) {
      let(Letting.AT_ONCE);
    }
    ByteBuf last = batch.take(channel);
    kept = batch.keep();
    gathering = false;
    return last;
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
