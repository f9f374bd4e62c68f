package io.pgdouble.engine.planning;

import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.definition.TriggerEntry;
import io.pgdouble.engine.execution.SuppressRedundantUpdates;
import io.pgdouble.engine.execution.Trigger;
import io.pgdouble.engine.function.TriggerCall;
import io.pgdouble.engine.function.TriggerCall.Event;
import io.pgdouble.engine.function.TriggerCall.Level;
import io.pgdouble.engine.function.TriggerCall.Timing;
import io.pgdouble.engine.storage.Deferral;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compiles triggers. */
final class TriggerCompiler {
  private static final Map<Integer, Event> EVENTS =
      Map.of(
          TriggerEntry.INSERT, Event.INSERT,
          TriggerEntry.DELETE, Event.DELETE,
          TriggerEntry.UPDATE, Event.UPDATE,
          TriggerEntry.TRUNCATE, Event.TRUNCATE);

  private TriggerCompiler() {}

  static Trigger compile(TriggerEntry entry, Catalog catalog, RelationEntry table) {
    return new Trigger(
        new TriggerCall.Facts(
            entry.oid(),
            entry.name(),
            entry.function(),
            timing(entry.type()),
            (entry.type() & TriggerEntry.ROW) == 0 ? Level.STATEMENT : Level.ROW,
            entry.arguments()),
        events(entry.type()),
        entry.enabled(),
        entry.columns().stream().mapToInt(number -> number - 1).toArray(),
        new ExpressionCompiler(Scope.ofRow(table)).compile(entry.when()),
        deferral(entry),
        entry.oldTable(),
        entry.newTable(),
        catalog.proc(entry.function()).name().equals(SuppressRedundantUpdates.NAME)
            ? new SuppressRedundantUpdates()
            : Trigger::written);
  }

  private static Timing timing(int type) {
    if ((type & TriggerEntry.INSTEAD) != 0) {
      return Timing.INSTEAD;
    }
    return (type & TriggerEntry.BEFORE) == 0 ? Timing.AFTER : Timing.BEFORE;
  }

  private static Set<Event> events(int type) {
    Set<Event> events = EnumSet.noneOf(Event.class);
    EVENTS.forEach(
        (bit, event) -> {
          if ((type & bit) != 0) {
            events.add(event);
          }
        });
    return events;
  }

  private static Optional<Deferral> deferral(TriggerEntry entry) {
    Deferral.Initially initially =
        entry.initiallyDeferred() ? Deferral.Initially.DEFERRED : Deferral.Initially.IMMEDIATE;
    return entry.deferrable()
        ? Optional.of(new Deferral(entry.constraint(), initially))
        : Optional.empty();
  }
}
