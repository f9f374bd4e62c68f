/**
 * The front door: starts and stops a whole server.
 *
 * <p>In: options. Out: a running server, its port and its address. This room must not know anything
 * but the postmaster.
 *
 * <p>Counterpart in PostgreSQL: {@code pg_ctl}. Open first: {@link io.pgdouble.PgDouble}.
 */
package io.pgdouble;
