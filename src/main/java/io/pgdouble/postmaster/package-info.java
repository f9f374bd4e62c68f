/**
 * All connections of a server: listening, admitting or refusing, routing cancel requests, reaping,
 * stopping.
 *
 * <p>In: connections on TCP and on a Unix socket, and the wish to stop. Out: a backend for each
 * connection, which from then on talks to its frontend without the postmaster. This room must not
 * know what is said on a connection.
 *
 * <p>Counterpart in PostgreSQL: {@code postmaster.c}, {@code pmchild.c}. Open first: {@link
 * io.pgdouble.postmaster.Postmaster}.
 */
package io.pgdouble.postmaster;
