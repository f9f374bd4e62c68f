package io.pgdouble.conformance;

import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.MessageLayout;
import io.pgdouble.trace.TraceLine;

/** Describes the rows of an Execute although nobody asked. */
final class EagerRowDescription extends Fault {

  private static final Crossing.Message ROW_DESCRIPTION =
      LineFault.message(TraceLine.parse("B RowDescription 1 \"?column?\" 0 0 23 4 -1 0"));

  private volatile boolean executing;

  @Override
  void frontend(Crossing.Message message, Ends ends) {
    executing |= message.type() == MessageLayout.EXECUTE.type();
    ends.toBackend(message);
  }

  @Override
  void backend(Crossing.Message message, Ends ends) {
    if (executing && message.type() == MessageLayout.DATA_ROW.type()) {
      executing = false;
      ends.toFrontend(ROW_DESCRIPTION);
    }
    ends.toFrontend(message);
  }
}
