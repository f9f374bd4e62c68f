package io.pgdouble.conformance;

import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.MessageLayout;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Answers each Sync twice. */
final class SpuriousReadyForQuery extends Fault {

  private final Queue<Byte> asked = new ConcurrentLinkedQueue<>();

  @Override
  void frontend(Crossing.Message message, Ends ends) {
    byte type = message.type();
    if (type == MessageLayout.SYNC.type()
        || type == MessageLayout.QUERY.type()
        || type == MessageLayout.FUNCTION_CALL.type()) {
      asked.add(type);
    }
    ends.toBackend(message);
  }

  @Override
  void backend(Crossing.Message message, Ends ends) {
    ends.toFrontend(message);
    if (message.type() == MessageLayout.READY_FOR_QUERY.type()) {
      Byte question = asked.poll();
      if (question != null && question == MessageLayout.SYNC.type()) {
        ends.toFrontend(message);
      }
    }
  }
}
