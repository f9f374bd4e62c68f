package io.pgdouble.engine.execution;

import io.pgdouble.engine.function.TransitionTable;
import io.pgdouble.engine.function.TriggerCall.Event;
import io.pgdouble.engine.storage.PendingEvents;
import java.util.ArrayList;
import java.util.List;

/**
 * What a statement has done to a table, as far as its triggers want to know, and which of its
 * statement triggers have been seen to ({@code trigger.c: AfterTriggersTableData}).
 */
final class TriggerTables {
  private final int relation;
  private final List<Object[]> oldRows = new ArrayList<>(0);
  private final List<Object[]> newRows = new ArrayList<>(0);
  private boolean closed;
  private boolean beforeFired;
  private boolean afterQueued;
  private int afterStart;

  private TriggerTables(int relation) {
    this.relation = relation;
  }

  private record Key(int relation, Event event) {}

  /** Those of a table and an event; new ones where triggers have read the ones there were. */
  static TriggerTables of(PendingEvents pending, int relation, Event event) {
    Key key = new Key(relation, event);
    return pending
        .known(key, TriggerTables.class)
        .filter(one -> !one.closed)
        .orElseGet(() -> pending.remember(key, () -> new TriggerTables(relation)));
  }

  /** {@code before_stmt_triggers_fired}. */
  boolean firesBefore() {
    boolean first = !beforeFired;
    beforeFired = true;
    return first;
  }

  /** {@code cancel_prior_stmt_triggers}: only the last of several runs fires them. */
  void queuesAfter(PendingEvents pending, Event event) {
    for (int i = afterStart; afterQueued && i < pending.size(); i++) {
      boolean same =
          pending.get(i) instanceof TriggerEvent one && one.isAfterStatement(relation, event);
      if (!same) {
        break;
      }
      ((TriggerEvent) pending.get(i)).cancel();
    }
    afterQueued = true;
    afterStart = pending.size();
  }

  void add(Object[] oldRow, Object[] newRow) {
    if (oldRow != null) {
      oldRows.add(oldRow);
    }
    if (newRow != null) {
      newRows.add(newRow);
    }
  }

  /** They are about to be read, and do not change any more. */
  List<TransitionTable> read(Trigger trigger) {
    List<TransitionTable> tables = new ArrayList<>(0);
    trigger.oldTable().ifPresent(name -> tables.add(new TransitionTable(name, relation, oldRows)));
    trigger.newTable().ifPresent(name -> tables.add(new TransitionTable(name, relation, newRows)));
    closed |= !tables.isEmpty();
    return tables;
  }
}
