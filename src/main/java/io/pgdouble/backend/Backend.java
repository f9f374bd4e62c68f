package io.pgdouble.backend;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.util.concurrent.Future;
import io.pgdouble.auth.Authenticator;
import io.pgdouble.engine.BackendActivity;
import io.pgdouble.engine.Interrupt;
import io.pgdouble.engine.RecoveryConflict;
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
  private BackendState state = BackendState.AUTHENTICATING;
  private AuthenticationDialogue dialogue;
  private volatile Conversation conversation;
  private volatile ExitStatus exit = ExitStatus.NORMAL;
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

  /** Sends it a signal. Called by any thread. */
  public void signal(Interrupt interrupt) {
    process.signal(interrupt);
  }

  /** Tells it that replay needs what it holds. Called by any thread. */
  public void conflict(RecoveryConflict reason) {
    process.conflict(reason);
  }

  /** Lets it die of a signal, without a word. Called by any thread. */
  public void die(ProcessSignal signal) {
    exit = ExitStatus.of(signal);
    process.die();
  }

  /** Lets it end as {@code quickdie} does, with a word. Called by any thread. */
  public void quit() {
    exit = ExitStatus.QUICK_DEATH;
    process.signal(Interrupt.UNEXPECTED_QUIT);
  }

  /** Stops it as SIGSTOP does: it hears nothing, and signals wait. Called by any thread. */
  public void freeze() {
    process.freeze();
    channel.eventLoop().execute(decoder::hold);
  }

  /** Lets it go on, as SIGCONT does. Called by any thread. */
  public void thaw() {
    process.thaw();
    channel.eventLoop().execute(decoder::release);
  }

  /** How it ended, once it is reaped. */
  public ExitStatus exit() {
    return exit;
  }

  /** What others may know of it. Called by any thread. */
  public BackendActivity activity() {
    return process.activity(start, Optional.ofNullable(conversation).map(Conversation::activity));
  }

  /** Begins to authenticate, the startup packet being accepted, until the timeout ends it. */
  void begin(Future<?> timeout) {
    process.authenticatesUntil(timeout);
    Authenticator authenticator = environment.authenticator(start, channel.remoteAddress());
    dialogue = new AuthenticationDialogue(authenticator, output, this::authenticated, this::fatal);
    dialogue.begin();
    onBatchEnd(); // the output is a worker's if its database's door holds the session
  }

  private void authenticated() {
    dialogue = null;
    process.authenticated(start);
    frames.limits(FrameLimits.COMMANDS);
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
      output.onEventLoop(environment.batch());
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
    output.onEventLoop(environment.batch());
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
    if (state == BackendState.IDLE && !waitsForReader) {
      decoder.resume();
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

  private void fatal(ErrorReport report) {
    process.log().report(report);
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
    channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
  }

  @Override
  public void onBadFrame(ErrorReport report) {
    if (report.severity() == Severity.LOG) {
      process.log().report(report);
      finish();
    } else {
      output.onEventLoop(environment.batch());
      fatal(report);
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
      finish();
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
      if (!loss.isBroken() || exit.signal().isPresent()) {
        process.signal(Interrupt.TERMINATE);
      }
      if (exit.signal().isPresent()) {
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
