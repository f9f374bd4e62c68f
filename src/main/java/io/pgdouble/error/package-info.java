/**
 * What a frontend may be told.
 *
 * <p>In: a condition and a text in PostgreSQL's own wording. Out: an {@link
 * io.pgdouble.error.ErrorReport}, thrown as {@link io.pgdouble.error.ReportedError} or sent as a
 * notice. This room must not know who reads a report or how it travels.
 *
 * <p>Counterpart in PostgreSQL: {@code utils/error/elog.c}, {@code errcodes.txt}. Open first:
 * {@link io.pgdouble.error.ErrorReport}.
 */
package io.pgdouble.error;
