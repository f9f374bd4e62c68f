package io.pgdouble.engine.execution;

import io.pgdouble.engine.function.TriggerCall;
import io.pgdouble.engine.storage.Deferral;
import io.pgdouble.engine.storage.PendingCheck;
import io.pgdouble.engine.storage.PendingEvents;
import java.util.List;
import java.util.Optional;

/** An AFTER trigger that has still to fire ({@code trigger.c: AfterTriggerExecute}). */
final class TriggerEvent implements PendingCheck {
  private final Trigger trigger;
  private final TriggerCall call;
  private final Optional<TriggerTables> tables;
  private final Frame frame;
  private boolean canceled;

  TriggerEvent(Trigger trigger, TriggerCall call, Optional<TriggerTables> tables, Frame frame) {
    this.trigger = trigger;
    this.call = call;
    this.tables = tables;
    this.frame = frame;
  }

  @Override
  public Optional<Deferral> deferral() {
    return trigger.deferral();
  }

  @Override
  public int relation() {
    return call.relation();
  }

  boolean isAfterStatement(int relation, TriggerCall.Event event) {
    return call.relation() == relation
        && call.event() == event
        && call.trigger().level() == TriggerCall.Level.STATEMENT;
  }

  /** A later run of the same statement fires it instead. */
  void cancel() {
    canceled = true;
  }

  @Override
  public void run(PendingEvents consequences) {
    boolean dropped =
        trigger.deferral().isPresent()
            && !frame.context.routines().isThere("pg_trigger", call.trigger().oid());
    if (!canceled && !dropped) {
      trigger.function().call(withTables(), frame);
    }
  }

  private TriggerCall withTables() {
    return new TriggerCall(
        call.trigger(),
        call.relation(),
        call.event(),
        call.oldRow(),
        call.newRow(),
        tables.map(one -> one.read(trigger)).orElse(List.of()));
  }
}
