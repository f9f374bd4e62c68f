package io.pgdouble.message;

/**
 * Who answers a conversation: a session, a stub, a recording, a real server behind a relay. It
 * receives one message after another and sends its answers into the {@link BackendSink} it was
 * given at construction.
 */
public interface Performer {
  /**
   * Deals with a message. Returns when the statement is finished, suspended, or waiting for COPY
   * data; until then nothing else is delivered.
   */
  void receive(FrontendMessage message);

  /** Whether dealing with this message, as things stand, takes constant time and never waits. */
  boolean isLight(FrontendMessage message);

  /**
   * Deals, between messages, with what was asked from outside: to terminate, a timeout, a
   * notification to deliver.
   */
  void interrupt();

  /** The frontend is gone, or the backend ends: lets go of everything. Sends nothing. */
  void close();
}
