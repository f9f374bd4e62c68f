package io.pgdouble.conformance;

import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.MessageLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * Serves what follows an error before its Sync. The right server behind it skips; so what it
 * skipped is sent to it again, before its readiness is passed on.
 */
final class NoSkipping extends Fault {

  private static final String ENDS_OF_A_STEP = "123tTnCsIE";

  private final List<Crossing.Message> sinceSync = new ArrayList<>();
  private int served;
  private boolean failed;

  @Override
  void frontend(Crossing.Message message, Ends ends) {
    synchronized (this) {
      sinceSync.add(message);
    }
    ends.toBackend(message);
  }

  @Override
  void backend(Crossing.Message message, Ends ends) {
    List<Crossing.Message> again = note(message);
    if (again.isEmpty()) {
      ends.toFrontend(message);
    }
    again.forEach(ends::toBackend);
  }

  /** Counts the steps that have been served; returns what was skipped once that is known. */
  private synchronized List<Crossing.Message> note(Crossing.Message message) {
    if (message.type() == MessageLayout.READY_FOR_QUERY.type()) {
      List<Crossing.Message> again = failed ? skipped() : List.of();
      failed = false;
      served = 0;
      sinceSync.clear();
      sinceSync.addAll(again);
      return again;
    }
    boolean parameters = message.type() == MessageLayout.PARAMETER_DESCRIPTION.type();
    if (!parameters && ENDS_OF_A_STEP.indexOf(message.type()) >= 0) {
      served++;
      failed |= message.type() == MessageLayout.ERROR_RESPONSE.type();
    }
    return List.of();
  }

  private List<Crossing.Message> skipped() {
    List<Crossing.Message> steps =
        sinceSync.stream().filter(m -> m.type() != MessageLayout.FLUSH.type()).toList();
    boolean more = served < steps.size() - 1;
    return more ? List.copyOf(steps.subList(served, steps.size())) : List.of();
  }
}
