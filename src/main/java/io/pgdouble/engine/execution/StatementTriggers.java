package io.pgdouble.engine.execution;

import io.pgdouble.engine.function.TriggerCall.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The triggers that fire once for a statement ({@code nodeModifyTable.c: fireBSTriggers,
 * fireASTriggers}).
 */
final class StatementTriggers {
  private static final int[] NO_COLUMNS = {};

  private final RowTriggers triggers;
  private final List<Part> parts;
  private boolean begun;
  private boolean ended;

  /** One of the things a statement does. */
  private record Part(Event event, int[] columns) {}

  StatementTriggers(RowTriggers triggers, RowChange change) {
    this.triggers = triggers;
    this.parts = parts(change);
  }

  /** Those of MERGE in the order of their names in PostgreSQL. */
  private static List<Part> parts(RowChange change) {
    List<Part> parts = new ArrayList<>(1);
    if (change instanceof RowChange.Insert insert) {
      parts.add(new Part(Event.INSERT, NO_COLUMNS));
      insert
          .onConflict()
          .flatMap(RowChange.OnConflict::update)
          .ifPresent(update -> parts.add(new Part(Event.UPDATE, update.update().attributes())));
    } else if (change instanceof RowChange.Update update) {
      parts.add(new Part(Event.UPDATE, update.attributes()));
    } else if (change instanceof RowChange.Delete) {
      parts.add(new Part(Event.DELETE, NO_COLUMNS));
    } else if (change instanceof RowChange.Merge merge) {
      addMerged(merge, parts);
    }
    return parts;
  }

  private static void addMerged(RowChange.Merge merge, List<Part> parts) {
    List<Integer> updated = new ArrayList<>();
    boolean inserts = false;
    boolean updates = false;
    boolean deletes = false;
    for (RowChange.When when : merge.clauses()) {
      RowChange change = when.change().orElse(null);
      inserts |= change instanceof RowChange.Insert;
      deletes |= change instanceof RowChange.Delete;
      if (change instanceof RowChange.Update update) {
        updates = true;
        Arrays.stream(update.attributes()).forEach(updated::add);
      }
    }
    if (inserts) {
      parts.add(new Part(Event.INSERT, NO_COLUMNS));
    }
    if (updates) {
      parts.add(new Part(Event.UPDATE, updated.stream().mapToInt(Integer::intValue).toArray()));
    }
    if (deletes) {
      parts.add(new Part(Event.DELETE, NO_COLUMNS));
    }
  }

  /** Before the first row is looked for. */
  void before() {
    if (!begun) {
      begun = true;
      parts.forEach(part -> triggers.beforeStatement(part.event(), part.columns()));
    }
  }

  /** Behind the last row. */
  void after() {
    if (!ended) {
      ended = true;
      List<Part> backward = new ArrayList<>(parts);
      Collections.reverse(backward);
      backward.forEach(part -> triggers.afterStatement(part.event(), part.columns()));
    }
  }
}
