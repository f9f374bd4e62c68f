package io.pgdouble.backend;

import io.pgdouble.engine.SessionActivity;
import io.pgdouble.message.Performer;

/** A performer together with what precedes its first message. */
public interface Conversation extends Performer {
  /** How a conversation may begin. */
  enum Opening {
    STARTED,
    /** The frontend was told why not, and the sink was asked to end. */
    REFUSED
  }

  /** Checks what the frontend asks for and sends what is reported about every session. */
  Opening open();

  /** Sends the first ReadyForQuery. */
  void ready();

  /** What it shows of itself to other sessions. */
  SessionActivity activity();
}
