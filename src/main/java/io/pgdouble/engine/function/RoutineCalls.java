package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Calls of functions that users have written ({@code fmgr.c: fmgr_info_other_lang}). */
public interface RoutineCalls {

  /**
   * Calls one.
   *
   * @param function its OID
   * @return as {@link Builtin#call}
   */
  Object call(int function, CallSite site, Object[] arguments);

  /**
   * Calls the function of a trigger ({@code trigger.c: ExecCallTriggerFunc}).
   *
   * @return the row it returns, with a value for every attribute of the table; null for none
   */
  Object[] trigger(TriggerCall call);

  /**
   * Does something whose errors and notices are added to ({@code ErrorContextCallback}).
   *
   * @param context adds to a report where it comes from
   */
  <T> T within(UnaryOperator<ErrorReport> context, Supplier<T> work);

  /**
   * Whether a trigger or constraint is still there.
   *
   * @param catalog which has its row
   */
  boolean isThere(String catalog, int oid);

  /** Whether a function runs because of a trigger of a table. */
  boolean isFiringFor(int relation);

  /** How many triggers' functions are running within each other ({@code pg_trigger_depth}). */
  int triggerDepth();

  /** A transition table that the function which runs can see. */
  Optional<TransitionTable> transition(String name);
}
