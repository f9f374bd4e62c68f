package io.pgdouble.conformance;

import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Direction;
import io.pgdouble.trace.MessageLayout;

/** Is ready as soon as an extended query has failed, and not at Sync. */
final class PrematureReadyForQuery extends Fault {

  private volatile boolean extended;
  private boolean told;

  @Override
  void frontend(Crossing.Message message, Ends ends) {
    extended = message.type() != MessageLayout.QUERY.type();
    ends.toBackend(message);
  }

  @Override
  void backend(Crossing.Message message, Ends ends) {
    boolean ready = message.type() == MessageLayout.READY_FOR_QUERY.type();
    if (!ready || !told) {
      ends.toFrontend(message);
    }
    if (ready) {
      told = false;
    } else if (message.type() == MessageLayout.ERROR_RESPONSE.type() && extended) {
      told = true;
      ends.toFrontend(
          new Crossing.Message(
              Direction.BACKEND, MessageLayout.READY_FOR_QUERY.type(), new byte[] {'I'}));
    }
  }
}
