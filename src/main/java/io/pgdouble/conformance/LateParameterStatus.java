package io.pgdouble.conformance;

import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.MessageLayout;
import java.util.ArrayList;
import java.util.List;

/** Reports a changed setting after readiness instead of before. */
final class LateParameterStatus extends Fault {

  private final List<Crossing.Message> held = new ArrayList<>();
  private boolean started;

  @Override
  void backend(Crossing.Message message, Ends ends) {
    if (started && message.type() == MessageLayout.PARAMETER_STATUS.type()) {
      held.add(message);
      return;
    }
    ends.toFrontend(message);
    if (message.type() == MessageLayout.READY_FOR_QUERY.type()) {
      started = true;
      held.forEach(ends::toFrontend);
      held.clear();
    }
  }
}
