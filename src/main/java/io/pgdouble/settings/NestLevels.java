package io.pgdouble.settings;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What must be restored when which level of transaction ends: {@code guc.c: push_old_value,
 * AtEOXact_GUC}.
 */
final class NestLevels {
  /** Gives a variable another value, with all that follows from it. */
  private final BiConsumer<Variable, Object> assign;

  /** Counts changes. */
  private final LongSupplier clock;

  /** Variables with a saved value, the latest first: {@code guc_stack_list}. */
  private final Deque<Variable> stacked = new ArrayDeque<>(1);

  /** {@code GUCNestLevel}: 0 outside transactions, 1 in one, more in subtransactions. */
  private int level;

  NestLevels(BiConsumer<Variable, Object> assign, LongSupplier clock) {
    this.assign = assign;
    this.clock = clock;
  }

  /** A transaction begins. */
  void begin() {
    level = 1;
  }

  /** Something begins within. */
  void deepen() {
    level++;
  }

  int depth() {
    return level;
  }

  /** Does something at a level of its own. */
  <T> T within(Runnable set, Supplier<T> work) {
    level++;
    int own = level;
    TransactionOutcome outcome = TransactionOutcome.ABORTED;
    try {
      set.run();
      T result = work.get();
      outcome = TransactionOutcome.COMMITTED;
      return result;
    } finally {
      end(outcome, own);
    }
  }

  /** Remembers a variable's value before it changes. */
  void save(Variable variable, SettingScope scope) {
    if (variable.saved == null && level > 0) {
      stacked.addFirst(variable);
    }
    variable.save(level, scope);
  }

  /** Ends every level from one on. */
  void end(TransactionOutcome outcome, int ending) {
    for (Iterator<Variable> all = stacked.iterator(); all.hasNext(); ) {
      Variable variable = all.next();
      unwind(variable, outcome, ending);
      if (variable.saved == null) {
        all.remove();
      }
    }
    level = ending - 1;
  }

  private void unwind(Variable variable, TransactionOutcome outcome, int ending) {
    while (variable.saved != null && variable.saved.level >= ending) {
      SavedValue saved = variable.saved;
      boolean commits =
          outcome == TransactionOutcome.COMMITTED && saved.state != SavedValue.State.FUNCTION;
      if (commits && saved.movesOutward()) {
        saved.level--;
      } else {
        restore(variable, commits ? saved.commit() : SavedValue.Restoration.PRIOR);
        variable.saved = saved.outer;
      }
    }
  }

  /**
   * Whether the server would call it a change: it compares strings by where they are stored, so an
   * equal one of another assignment counts.
   */
  private static boolean differs(Variable variable, Object value, int assignment) {
    return variable.setting.kind() == SettingKind.STRING
        ? variable.assignment != assignment
        : !value.equals(variable.value);
  }

  private void restore(Variable variable, SavedValue.Restoration restoration) {
    if (restoration == SavedValue.Restoration.NOTHING) {
      return;
    }
    boolean prior = restoration == SavedValue.Restoration.PRIOR;
    SavedValue saved = variable.saved;
    Object value = prior ? saved.prior : saved.masked;
    variable.source(prior ? saved.source() : SettingSource.SESSION, clock.getAsLong());
    int assignment = prior ? saved.priorAssignment : saved.maskedAssignment;
    if (differs(variable, value, assignment)) {
      assign.accept(variable, value);
      variable.assignment = assignment;
    }
  }
}
