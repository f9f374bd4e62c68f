/**
 * The protocol state machine: phases, transaction status, who gets which answer when.
 *
 * <p>In: one frontend message after the other, and interrupts between them. Out: backend messages,
 * through a sink handed in. The session is pure: no threads, no I/O, no clock of its own; it must
 * not know wire, Netty or the postmaster.
 *
 * <p>Counterpart in PostgreSQL: {@code tcop/postgres.c}. Open first: {@code Session}.
 */
package io.pgdouble.session;
