/**
 * What PostgreSQL's built-in functions do: the implementations of {@code pg_proc} entries, found by
 * {@code prosrc} as the function manager does, and the aggregates, found by the names of their
 * transition and final functions.
 *
 * <p>In: argument values in the type room's Java forms, the call site's facts ({@link
 * io.pgdouble.engine.function.CallSite}) and what only the running session knows ({@link
 * io.pgdouble.engine.function.ExecutionContext}). Out: a value, an iterator of values for a
 * set-returning function, or a {@link io.pgdouble.error.ReportedError} with the server's wording.
 * SQL's NULL is Java's null here, as everywhere values are.
 *
 * <p>This room must not know syntax, name resolution or plans: which function a call means has been
 * decided, strictness and default arguments are applied by the caller. It knows no signatures
 * either: those are facts.
 *
 * <p>An entry that cannot be answered exactly is absent, so that analysis can refuse it.
 *
 * <p>Counterpart in PostgreSQL: {@code utils/fmgr}, {@code utils/adt}. Open first: {@link
 * io.pgdouble.engine.function.Builtins}.
 */
package io.pgdouble.engine.function;
