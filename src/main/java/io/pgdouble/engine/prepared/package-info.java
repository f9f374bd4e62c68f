/**
 * Prepared statements: what Parse and PREPARE leave behind for Bind and EXECUTE.
 *
 * <p>In: a parsed and analysed statement. Out: the same under its name, with its parameter types,
 * its result's columns and its plans, until the session forgets it. The protocol's statements and
 * SQL's share one list; only the unnamed one stands apart. This room must not know portals.
 *
 * <p>Counterpart in PostgreSQL: {@code commands/prepare.c}, {@code utils/cache/plancache.c}. Open
 * first: {@link io.pgdouble.engine.prepared.PreparedStatement}.
 */
package io.pgdouble.engine.prepared;
