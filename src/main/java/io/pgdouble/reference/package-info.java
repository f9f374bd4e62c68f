/**
 * A real PostgreSQL to compare with.
 *
 * <p>In: a name such as {@code embedded:16}, {@code docker:postgres:16} or {@code
 * postgres://user@host:5432/db}. Out: an address that answers, and for a server on this machine its
 * postmaster's pid; and, learned from such a server, tables of facts. This room must not know the
 * double, nor what is compared.
 *
 * <p>Counterpart in PostgreSQL: {@code initdb}, {@code pg_ctl}. Open first: {@link
 * io.pgdouble.reference.Reference}.
 */
package io.pgdouble.reference;
