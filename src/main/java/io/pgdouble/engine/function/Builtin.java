package io.pgdouble.engine.function;

/**
 * One built-in function, as {@code fmgr} knows it: everything about its signature is in {@code
 * pg_proc}, and only its behaviour is here. Stateless; one instance serves all sessions.
 *
 * <p>The caller applies {@code proisstrict} (a strict function never sees null), fills in default
 * arguments, and has coerced the arguments to the declared types. A variadic function whose {@code
 * pg_proc} entry is not {@code "any"} receives its last arguments as one array; a {@code VARIADIC
 * "any"} function receives them one by one, unless {@link CallSite#variadicArray}.
 */
@FunctionalInterface
public interface Builtin {

  /**
   * Computes the result.
   *
   * @return the value, null for SQL's NULL; for a {@code proretset} function an {@link
   *     java.util.Iterator} of values (of {@code RecordValue} where the result is a record), or
   *     null for the empty set
   * @throws io.pgdouble.error.ReportedError with the server's SQLSTATE and text
   */
  Object call(CallContext context, Object[] arguments);

  /**
   * Whether a call takes constant or small time, never waits and has no effect on other sessions,
   * so that a statement of such calls alone may run on an event loop.
   */
  default boolean isLight() {
    return true;
  }
}
