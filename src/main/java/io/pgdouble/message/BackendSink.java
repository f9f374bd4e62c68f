package io.pgdouble.message;

/**
 * Where a performer's answers leave. Handed down at construction; called only while the performer
 * deals with a message or an interrupt.
 */
public interface BackendSink {
  /**
   * Sends a message after those before it. It may stay in a buffer until {@link #flush}, and on a
   * worker this may wait until the frontend has read enough.
   */
  void send(BackendMessage message);

  /** Lets everything sent so far go out. {@code pqcomm.c: pq_flush}. */
  void flush();

  /** Strings of messages in either direction are in this encoding from the next message on. */
  void clientEncoding(ClientEncoding encoding);

  /**
   * Ends the conversation: what was flushed goes out, the connection is closed, and nothing more is
   * delivered.
   */
  void end();
}
