/**
 * A run as HTML, JSON, JUnit XML and Markdown.
 *
 * <p>In: the outcome of a cross-check. Out: texts. Pure functions of their argument: this room must
 * not know where a text is written, what time it is, or how the run came about.
 *
 * <p>Counterpart in PostgreSQL: {@code src/test/regress/pg_regress.c}, its {@code
 * regression.diffs}. Open first: {@link io.pgdouble.conformance.Crosscheck}.
 */
package io.pgdouble.report;
