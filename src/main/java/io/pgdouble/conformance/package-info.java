/**
 * The catalogue of cases by specification anchor, playing a case on a server, and the verdict.
 *
 * <p>In: case files (a script, and the answers recorded from PostgreSQL) and servers to play them
 * on. Out: runs, comparisons, verdicts, and case files with fresh answers. This room judges from
 * outside, over a socket: it must not know {@code session}, {@code engine} or anything else of the
 * double.
 *
 * <p>Counterpart in PostgreSQL: {@code src/test/modules/libpq_pipeline}. Open first: {@link
 * io.pgdouble.conformance.Case}, then {@link io.pgdouble.conformance.Step}.
 */
package io.pgdouble.conformance;
