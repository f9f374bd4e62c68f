package io.pgdouble.backend;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.util.concurrent.Future;
import io.pgdouble.auth.Identity;
import io.pgdouble.engine.BackendActivity;
import io.pgdouble.engine.Interrupt;
import io.pgdouble.engine.SessionStart;
import io.pgdouble.engine.transaction.MustWait;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.Severity;
import io.pgdouble.message.BackendKeyData;
import io.pgdouble.message.ErrorResponse;
import io.pgdouble.message.FrontendMessage;
import io.pgdouble.message.MalformedMessage;
import io.pgdouble.message.MessageDictionary;
import io.pgdouble.wire.FrameDecoder;
import io.pgdouble.wire.FrameLimits;
import io.pgdouble.wire.FrameReader;
import io.pgdouble.wire.FrameReceiver;
import java.util.Optional;

/**
 * One backend: receives frames, has them performed one after the other, and sends the answers. Its
 * methods are called on the event loop of its channel, but for a worker's part and {@link #signal}.
 */
public final class Backend implements FrameReceiver {
  private final BackendEnvironment environment;
  private final Channel channel;
  private final SessionStart start;
  private final BackendProcess process;
  private final FrontendLoss loss;
  private final WorkerPart part;
  private final BackendOutput output;
  private final FrameReader frames;
  private final FrameDecoder decoder;
  private final BackendSignals signals;
  private BackendState state = BackendState.AUTHENTICATING;
  private AuthenticationDialogue dialogue;
  private volatile Conversation conversation;
  private FrontendMessage atWork;
  private boolean waitsForReader;

  Backend(
      BackendEnvironment environment,
      Channel channel,
      SessionStart start,
      BackendProcess.Birth birth) {
    this.environment = environment;
    this.channel = channel;
    this.start = start;
    process = new BackendProcess(environment, channel, birth, this::interruptIdle);
    loss = new FrontendLoss(process);
    output = new BackendOutput(channel, process, loss, birth.tap());
    part = new WorkerPart(channel, process, output, this);
    frames = new FrameReader(FrameLimits.AUTHENTICATION, BackendEnvironment.messageMemory());
    decoder = new FrameDecoder(frames, birth.tap().lookingOn(this));
    signals = new BackendSignals(process, channel, decoder);
    output.onEventLoop(environment.batch());
  }

  FrameDecoder decoder() {
    return decoder;
  }

  BackendOutput output() {
    return output;
  }

  /** The process id, above 0. */
  public int pid() {
    return process.pid();
  }

  /** The secret a CancelRequest must know. */
  public byte[] cancelKey() {
    return process.cancelKey();
  }

  /** How others reach it. */
  public BackendSignals signals() {
    return signals;
  }

  /** What others may know of it. Called by any thread. */
  public BackendActivity activity() {
    return process.activity(start, Optional.ofNullable(conversation).map(Conversation::activity));
  }

  /** Begins to authenticate, the startup packet being accepted, until the timeout ends it. */
  void begin(Future<?> timeout) {
    process.authenticatesUntil(timeout);
    dialogue = new AuthenticationDialogue(environment, this, channel, frames);
    dialogue.begin(environment.authenticator(start, channel, process.tls()));
  }

  void authenticated(Optional<Identity> identity) {
    dialogue = null;
    process.authenticated(start, identity);
    try {
      converse();
    } catch (RuntimeException | Error e) {
      fail(e);
    }
    settle();
  }

  private void converse() {
    Conversation talk = environment.conversations().create(process, start, output);
    conversation = talk;
    loss.concerns(talk);
    if (talk.isHeld()) {
      handToWorker();
    } else {
      state = BackendState.IDLE;
      open();
    }
  }

  private void open() {
    if (conversation.open() == Conversation.Opening.REFUSED) {
      output.end();
    } else {
      output.send(new BackendKeyData(process.pid(), process.cancelKey()));
      conversation.ready();
    }
  }

  @Override
  public void onFrame(char type, byte[] body) {
    if (state == BackendState.AUTHENTICATING) {
      dialogue.receive(body);
    } else {
      perform(MessageDictionary.decode(type, body, output.encoding()));
    }
  }

  @Override
  public void onFrameTooGreat(char type, ErrorReport report) {
    perform(new MalformedMessage(type, new byte[0], report));
  }

  private void perform(FrontendMessage message) {
    if (!output.isGathering()) {
      output.onEventLoop(environment.batch());
    }
    atWork = message;
    try {
      if (conversation.isLight(message)) {
        conversation.receive(message);
      } else if (!part.gathers(message, decoder)) {
        handToWorker();
      }
    } catch (MustWait e) {
      part.gathers(message, decoder);
      handToWorker();
    } catch (RuntimeException | Error e) {
      fail(e);
    }
    settle();
  }

  private void handToWorker() {
    output.leaveBatch();
    decoder.pause();
    state = BackendState.WORKING;
    if (!part.begin(environment.workers())) {
      state = BackendState.IDLE;
      output.end();
    }
  }

  /** Performs what was handed over; without a message, the conversation begins. */
  void performAsWorker() {
    output.onWorker(environment.batch());
    try {
      if (part.isEmpty()) {
        open();
      }
      while (!part.isEmpty() && !output.hasEnded()) {
        atWork = part.next();
        conversation.receive(atWork);
      }
    } catch (RuntimeException | Error e) {
      fail(e);
    }
  }

  /** The worker's part is done, and what it gathered is sent. */
  void workDone() {
    if (state == BackendState.ABANDONED) {
      abandoned();
      return;
    }
    state = BackendState.IDLE;
    output.onEventLoop(environment.batch());
    settle();
    goesOn();
  }

  /** What was begun is done: what has come meanwhile is looked at. */
  void goesOn() {
    if ((state == BackendState.IDLE || dialogue != null) && !waitsForReader) {
      decoder.resume();
    } else {
      onBatchEnd();
    }
  }

  private void abandoned() {
    if (loss.isBroken() && process.interruptPending()) {
      interrupt();
    } else {
      loss.isGone(Optional.empty());
    }
    reap();
  }

  /** After anything was performed here: ends, rests or deals with interrupts, as is due. */
  private void settle() {
    if (state == BackendState.WORKING || state == BackendState.ENDING) {
      return;
    }
    atWork = null;
    if (process.interruptPending() && !output.hasEnded() && state == BackendState.IDLE) {
      interrupt();
    }
    if (output.hasEnded()) {
      finish();
    } else if (!channel.isWritable() && !waitsForReader) {
      waitsForReader = true;
      decoder.pause();
    }
  }

  private void interrupt() {
    try {
      conversation.interrupt();
    } catch (RuntimeException | Error e) {
      fail(e);
    }
  }

  /** A signal reached the process while it waits for its frontend. */
  private void interruptIdle() {
    if (state == BackendState.AUTHENTICATING && process.terminating()) {
      channel.close();
    } else if (state == BackendState.IDLE && process.interruptPending()) {
      output.onEventLoop(environment.batch());
      settle();
      output.leaveBatch();
    }
  }

  /** What ends this backend and no other: told to the frontend, with its trace in the log. */
  private void fail(Throwable cause) {
    output.send(ErrorResponse.of(BackendLog.failure(pid(), atWork, cause)));
    output.flush();
    output.end();
  }

  void log(ErrorReport report) {
    process.log().report(report);
  }

  void logAuthentication(Identity proven) {
    environment.logAuthentication(process.log(), proven);
  }

  /** Says that, and is gone; the log may be told more. */
  void fatal(ErrorReport report, ErrorReport logged) {
    process.log().report(logged);
    output.send(ErrorResponse.of(report.toException().located()));
    output.flush();
    finish();
  }

  /**
   * Sends what was flushed and no more ({@code proc_exit} does not flush), gives the slot back and
   * closes, in this order: a frontend that has seen the end finds the slot free. {@code ipc.c:
   * proc_exit}.
   */
  void finish() {
    state = BackendState.ENDING;
    decoder.stop();
    output.leaveForGood(environment.batch());
    leave();
    ChannelFuture sent = channel.writeAndFlush(Unpooled.EMPTY_BUFFER);
    // What has come and is not read when it closes would cost the frontend the last words.
    channel.eventLoop().execute(() -> sent.addListener(ChannelFutureListener.CLOSE));
  }

  @Override
  public void onBadFrame(ErrorReport report) {
    if (report.severity() == Severity.LOG) {
      process.log().report(report);
      output.onEventLoop(environment.batch());
      if (dialogue == null || !dialogue.breaks()) {
        finish();
      }
    } else {
      output.onEventLoop(environment.batch());
      fatal(report, report);
    }
  }

  @Override
  public void onBatchEnd() {
    if (state != BackendState.WORKING) {
      output.leaveBatch();
    }
  }

  @Override
  public void onLastReceived() {
    loss.suspect();
  }

  @Override
  public void onEndOfStream(Optional<ErrorReport> cut) {
    if (state != BackendState.ENDING) {
      loss.isGone(cut);
      output.onEventLoop(environment.batch());
      if (cut.isEmpty() || dialogue == null || !dialogue.breaks()) {
        finish();
      }
    }
  }

  @Override
  public void onBroken(Throwable cause) {
    loss.breaks(cause);
    process.wakeWorker();
    if (state == BackendState.IDLE || state == BackendState.AUTHENTICATING) {
      loss.isGone(frames.cut());
      settle();
    }
  }

  @Override
  public void onWritabilityChanged() {
    process.wakeWorker();
    if (waitsForReader && channel.isWritable()) {
      waitsForReader = false;
      if (state == BackendState.IDLE) {
        output.onEventLoop(environment.batch());
        decoder.resume();
      }
    }
  }

  @Override
  public void onClosed() {
    if (state == BackendState.WORKING) {
      state = BackendState.ABANDONED;
      if (!loss.isBroken() || signals.exit().signal().isPresent()) {
        process.signal(Interrupt.TERMINATE);
      }
      if (signals.exit().signal().isPresent()) {
        process.exit(() -> environment.supervisor().reap(this));
      }
    } else if (state != BackendState.ABANDONED) {
      reap();
    }
  }

  /** {@code ipc.c: shmem_exit}: nothing of the session is left, and nobody sees it any more. */
  private void leave() {
    process.leaves();
    if (conversation != null) {
      conversation.close();
    }
    environment.supervisor().release(this);
  }

  private void reap() {
    if (state == BackendState.REAPED) {
      return;
    }
    state = BackendState.REAPED;
    leave();
    process.exit(() -> environment.supervisor().reap(this));
  }
}
