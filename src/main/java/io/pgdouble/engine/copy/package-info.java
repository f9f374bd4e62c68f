/**
 * COPY's formats: rows as lines of text or CSV, and lines as rows.
 *
 * <p>In: a statement's options, values or bytes. Out: lines, or the texts of columns with the line
 * they stand in; PostgreSQL's errors where data are malformed. This room must not know tables, nor
 * how bytes cross the wire.
 *
 * <p>Counterpart in PostgreSQL: {@code commands/copy.c: ProcessCopyOptions}, {@code copyto.c},
 * {@code copyfromparse.c}. Open first: {@link io.pgdouble.engine.copy.CopyOptions}.
 */
package io.pgdouble.engine.copy;
