/**
 * Portals: the state of a running query, under a name. SQL's cursors and the protocol's portals are
 * the same thing here, as they are in PostgreSQL.
 *
 * <p>In: a plan with its parameters, or a utility statement; requests to run or fetch. Out: rows
 * into a {@link io.pgdouble.engine.portal.RowReceiver}, and command tags. Portals live and die with
 * transactions, of which they are told. This room must not know how a statement is analysed, nor
 * who reads the rows.
 *
 * <p>Counterpart in PostgreSQL: {@code tcop/pquery.c}, {@code utils/mmgr/portalmem.c}, {@code
 * commands/portalcmds.c}. Open first: {@link io.pgdouble.engine.portal.Portal}.
 */
package io.pgdouble.engine.portal;
