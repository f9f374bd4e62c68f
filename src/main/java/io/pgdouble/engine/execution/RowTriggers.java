package io.pgdouble.engine.execution;

import io.pgdouble.engine.function.TriggerCall;
import io.pgdouble.engine.function.TriggerCall.Event;
import io.pgdouble.engine.function.TriggerCall.Level;
import io.pgdouble.engine.function.TriggerCall.Timing;
import io.pgdouble.engine.storage.RowVersion;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.List;
import java.util.Optional;

/** Fires the triggers of one table for its rows ({@code trigger.c: ExecBRInsertTriggers}, …). */
final class RowTriggers {
  /** The names of the triggers by which foreign keys are kept begin so. */
  private static final String INTERNAL = "RI_";

  private final TargetTable table;
  private final Frame frame;

  /** In which conditions are computed, over the old row and the new one. */
  private final Frame rows;

  RowTriggers(TargetTable table, Frame frame) {
    this.table = table;
    this.frame = frame;
    this.rows = frame.inner(2);
  }

  /**
   * What happens to a row.
   *
   * @param oldRow null where it is a row more
   * @param newRow null where it is deleted
   * @param columns indexes of those that UPDATE sets
   */
  record Change(Event event, Object[] oldRow, Object[] newRow, int[] columns) {
    private static final int[] NO_COLUMNS = {};

    static Change insert(Object[] row) {
      return new Change(Event.INSERT, null, row, NO_COLUMNS);
    }

    static Change delete(Object[] row) {
      return new Change(Event.DELETE, row, null, NO_COLUMNS);
    }

    Change with(Object[] row) {
      return new Change(event, oldRow, row, columns);
    }
  }

  /** Whether any fires then for such a change. */
  boolean has(Timing timing, Event event) {
    for (Trigger trigger : table.triggers()) {
      if (trigger.is(timing, Level.ROW, event)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Fires those before a change.
   *
   * @return the row as they leave it, for a deletion any; null where it is not to be changed
   */
  Object[] before(Change change) {
    Change now = change;
    for (Trigger trigger : table.triggers()) {
      if (!trigger.is(Timing.BEFORE, Level.ROW, change.event()) || !isEnabled(trigger, now)) {
        continue;
      }
      Object[] returned = trigger.function().call(call(trigger, now), frame);
      if (returned == null) {
        return null;
      }
      now = change.event() == Event.DELETE ? now : now.with(own(returned));
    }
    return change.event() == Event.DELETE ? change.oldRow() : now.newRow();
  }

  /** With room for its version. */
  private Object[] own(Object[] returned) {
    int columns = table.relation().attributes().size();
    Object[] row = RowVersion.room(columns);
    System.arraycopy(returned, 0, row, 0, columns);
    return row;
  }

  private TriggerCall call(Trigger trigger, Change change) {
    return new TriggerCall(
        trigger.facts(),
        table.relation().oid(),
        change.event(),
        change.oldRow(),
        change.newRow(),
        List.of());
  }

  /** {@code TriggerEnabled}. */
  private boolean isEnabled(Trigger trigger, Change change) {
    if (!Trigger.fires(trigger.enabled(), frame) || !concerns(trigger, change)) {
      return false;
    }
    rows.rows[0] = change.oldRow();
    rows.rows[1] = change.newRow();
    return trigger.when().isEmpty() || Boolean.TRUE.equals(trigger.when().get().evaluate(rows));
  }

  private boolean concerns(Trigger trigger, Change change) {
    if (trigger.columns().length == 0 || change.event() != Event.UPDATE) {
      return true;
    }
    for (int column : trigger.columns()) {
      if (contains(change.columns(), column) || isComputed(column, change.columns())) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(int[] columns, int wanted) {
    for (int column : columns) {
      if (column == wanted) {
        return true;
      }
    }
    return false;
  }

  /** {@code ExecInitStoredGenerated}: where triggers may change any column, any is computed. */
  private boolean isComputed(int column, int[] changed) {
    boolean any = has(Timing.BEFORE, Event.UPDATE);
    for (TargetTable.Generated generated : table.generated()) {
      if (generated.column() == column) {
        return any || java.util.Arrays.stream(generated.of()).anyMatch(of -> contains(changed, of));
      }
    }
    return false;
  }

  /** {@code AfterTriggerSaveEvent}: what is to fire when the statement ends. */
  void after(Change change, Runnable foreignKeys) {
    if (table.triggers().isEmpty()) {
      foreignKeys.run();
      return;
    }
    Optional<TriggerTables> tables = tables(change.event());
    tables.ifPresent(one -> one.add(change.oldRow(), change.newRow()));
    boolean keysDone = false;
    for (Trigger trigger : table.triggers()) {
      if (!keysDone && trigger.facts().name().compareTo(INTERNAL) > 0) {
        foreignKeys.run();
        keysDone = true;
      }
      if (trigger.is(Timing.AFTER, Level.ROW, change.event()) && isEnabled(trigger, change)) {
        frame.checks().later(new TriggerEvent(trigger, call(trigger, change), tables, frame));
      }
    }
    if (!keysDone) {
      foreignKeys.run();
    }
  }

  /** Empty where no trigger reads them. */
  private Optional<TriggerTables> tables(Event event) {
    boolean read =
        table.triggers().stream()
            .anyMatch(
                one ->
                    one.events().contains(event)
                        && (one.oldTable().isPresent() || one.newTable().isPresent()));
    return read
        ? Optional.of(TriggerTables.of(frame.checks().pending(), table.relation().oid(), event))
        : Optional.empty();
  }

  /** {@code ExecBSInsertTriggers} and its like. */
  void beforeStatement(Event event, int[] columns) {
    boolean any =
        table.triggers().stream().anyMatch(one -> one.is(Timing.BEFORE, Level.STATEMENT, event));
    if (!any
        || !TriggerTables.of(frame.checks().pending(), table.relation().oid(), event)
            .firesBefore()) {
      return;
    }
    Change change = new Change(event, null, null, columns);
    for (Trigger trigger : table.triggers()) {
      boolean fires =
          trigger.is(Timing.BEFORE, Level.STATEMENT, event) && isEnabled(trigger, change);
      if (fires && trigger.function().call(call(trigger, change), frame) != null) {
        throw new ReportedError(
            SqlState.E_R_I_E_TRIGGER_PROTOCOL_VIOLATED,
            "BEFORE STATEMENT trigger cannot return a value");
      }
    }
  }

  /** {@code ExecASInsertTriggers} and its like. */
  void afterStatement(Event event, int[] columns) {
    List<Trigger> after =
        table.triggers().stream()
            .filter(one -> one.is(Timing.AFTER, Level.STATEMENT, event))
            .toList();
    if (after.isEmpty()) {
      return;
    }
    TriggerTables tables =
        TriggerTables.of(frame.checks().pending(), table.relation().oid(), event);
    tables.queuesAfter(frame.checks().pending(), event);
    Change change = new Change(event, null, null, columns);
    for (Trigger trigger : after) {
      if (isEnabled(trigger, change)) {
        frame
            .checks()
            .later(new TriggerEvent(trigger, call(trigger, change), Optional.of(tables), frame));
      }
    }
  }
}
