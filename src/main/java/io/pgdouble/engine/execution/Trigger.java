package io.pgdouble.engine.execution;

import io.pgdouble.engine.function.TriggerCall;
import io.pgdouble.engine.storage.Deferral;
import java.util.Optional;
import java.util.Set;

/**
 * A trigger of a table or view ({@code reltrigger.h}).
 *
 * @param events upon which it fires
 * @param enabled {@code tgenabled}: O origin, R replica, A always, D disabled
 * @param columns indexes of the columns of UPDATE OF, from 0; empty for all
 * @param when over two rows, the old one and the new one
 * @param oldTable what it calls the rows as they were
 * @param newTable what it calls the rows as they are
 */
public record Trigger(
    TriggerCall.Facts facts,
    Set<TriggerCall.Event> events,
    char enabled,
    int[] columns,
    Optional<Evaluator> when,
    Optional<Deferral> deferral,
    Optional<String> oldTable,
    Optional<String> newTable,
    Function function) {

  /** What its function does. */
  public interface Function {
    /** The row it returns; null for none. */
    Object[] call(TriggerCall call, Frame frame);
  }

  /** One that a user has written. */
  public static Object[] written(TriggerCall call, Frame frame) {
    return frame.context.routines().trigger(call);
  }

  boolean is(TriggerCall.Timing timing, TriggerCall.Level level, TriggerCall.Event event) {
    return facts.timing() == timing && facts.level() == level && events.contains(event);
  }

  /** Whether it looks at all rows that a statement has changed. */
  public boolean hasTransitionTables() {
    return oldTable.isPresent() || newTable.isPresent();
  }

  /** Whether it fires in a session of this role ({@code TriggerEnabled}). */
  static boolean fires(char enabled, Frame frame) {
    boolean replica =
        frame.context.setting("session_replication_role").filter("replica"::equals).isPresent();
    return enabled == 'A' || enabled == (replica ? 'R' : 'O');
  }
}
