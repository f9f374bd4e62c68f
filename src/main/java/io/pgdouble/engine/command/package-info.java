/**
 * From parsed statements to portals that can be run: plans for queries, and the utility statements
 * themselves, which work on the session's memory.
 *
 * <p>In: query strings, parameter values. Out: {@link io.pgdouble.engine.portal.PortalDefinition}s
 * and {@link io.pgdouble.engine.prepared.PreparedStatement}s; a statement that is not simulated is
 * refused here, before it had any effect. This room must not know messages, nor when transactions
 * commit.
 *
 * <p>Counterpart in PostgreSQL: {@code tcop/utility.c}, {@code commands/prepare.c}, {@code
 * commands/portalcmds.c}, {@code commands/discard.c}, {@code utils/misc/guc_funcs.c}. Open first:
 * {@link io.pgdouble.engine.command.Commands}.
 */
package io.pgdouble.engine.command;
