package io.pgdouble.engine.function;

/** Calls of functions that users have written ({@code fmgr.c: fmgr_info_other_lang}). */
public interface RoutineCalls {

  /**
   * Calls one.
   *
   * @param function its OID
   * @return as {@link Builtin#call}
   */
  Object call(int function, CallSite site, Object[] arguments);
}
