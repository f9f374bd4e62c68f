package io.pgdouble.backend;

import io.netty.channel.Channel;
import io.pgdouble.engine.Interrupt;
import io.pgdouble.engine.RecoveryConflict;
import io.pgdouble.wire.FrameDecoder;

/** How others reach a backend: by signals to its process, from any thread. */
public final class BackendSignals {
  private final BackendProcess process;
  private final Channel channel;
  private final FrameDecoder decoder;
  private volatile ExitStatus exit = ExitStatus.NORMAL;

  BackendSignals(BackendProcess process, Channel channel, FrameDecoder decoder) {
    this.process = process;
    this.channel = channel;
    this.decoder = decoder;
  }

  /** Sends it a signal. */
  public void interrupt(Interrupt interrupt) {
    process.signal(interrupt);
  }

  /** Tells it that replay needs what it holds. */
  public void conflict(RecoveryConflict reason) {
    process.conflict(reason);
  }

  /** Lets it die of a signal, without a word. */
  public void die(ProcessSignal signal) {
    exit = ExitStatus.of(signal);
    process.die();
  }

  /** Lets it end as {@code quickdie} does, with a word. */
  public void quit() {
    exit = ExitStatus.QUICK_DEATH;
    process.signal(Interrupt.UNEXPECTED_QUIT);
  }

  /** Stops it as SIGSTOP does: it hears nothing, and signals wait. */
  public void freeze() {
    process.freeze();
    channel.eventLoop().execute(decoder::hold);
  }

  /** Lets it go on, as SIGCONT does. */
  public void thaw() {
    process.thaw();
    channel.eventLoop().execute(decoder::release);
  }

  /** How it ended, once it is reaped. */
  public ExitStatus exit() {
    return exit;
  }
}
