package io.pgdouble.engine.function;

import java.util.Optional;
import java.util.function.Supplier;

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
   * Runs a query that no user has written; errors and notices within tell its text ({@code spi.c:
   * _SPI_error_callback}).
   */
  <T> T query(String text, Supplier<T> work);

  /** How many triggers' functions are running within each other ({@code pg_trigger_depth}). */
  int triggerDepth();

  /** A transition table that the function which runs can see. */
  Optional<TransitionTable> transition(String name);
}
