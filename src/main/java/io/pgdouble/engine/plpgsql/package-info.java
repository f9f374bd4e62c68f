/**
 * PL/pgSQL: blocks to what they do.
 *
 * <p>In: the text of a block or of a function's body, and the values of its arguments. Out: what
 * running it has brought about, and its result. SQL within it runs as any SQL does, through {@link
 * io.pgdouble.engine.plpgsql.Spi}, which whoever performs commands implements; here it is only
 * known how to find its end, and which of its names are variables. It must not know sessions,
 * commands or messages.
 *
 * <p>Counterpart in PostgreSQL: {@code src/pl/plpgsql/src} ({@code pl_gram.y}, {@code pl_comp.c},
 * {@code pl_exec.c}). Open first: {@link io.pgdouble.engine.plpgsql.Plpgsql}, then {@code
 * PlScanner}, {@code StatementParser} and {@code Estate}.
 */
package io.pgdouble.engine.plpgsql;
