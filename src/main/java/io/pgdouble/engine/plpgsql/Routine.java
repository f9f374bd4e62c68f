package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.function.CallSite;

/** A function or procedure that a user has written. */
public interface Routine {

  /**
   * Checks its body when it is created, as {@code check_function_bodies} says.
   *
   * @param query the command that creates it, where errors point into
   */
  void validate(String query);

  /** One call. */
  record Call(CallSite site, Object[] arguments, SpiPlan.Atomicity atomicity) {}

  /** Calls it; of a set an iterator. */
  Object call(Call call);
}
