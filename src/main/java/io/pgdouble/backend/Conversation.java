package io.pgdouble.backend;

import io.pgdouble.engine.SessionActivity;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.message.Performer;
import java.util.Optional;

/** A performer together with what precedes its first message. */
public interface Conversation extends Performer {
  /** How a conversation may begin. */
  enum Opening {
    STARTED,
    /** The frontend was told why not, and the sink was asked to end. */
    REFUSED
  }

  /** Whether {@link #open} has to wait, and so takes a worker. */
  boolean isHeld();

  /** Checks what the frontend asks for and sends what is reported about every session. */
  Opening open();

  /** Sends the first ReadyForQuery. */
  void ready();

  /** Tells the log of something that has to do with what is at work. */
  void report(ErrorReport report);

  /**
   * The frontend is gone without a word.
   *
   * @param cut what the log is told, where that was within a message
   */
  void lost(Optional<ErrorReport> cut);

  /** What it shows of itself to other sessions. */
  SessionActivity activity();
}
