/**
 * One connection from its startup packet to its end: a simulated server process with a pid, a
 * cancel key, interrupts and timers of its own.
 *
 * <p>In: frames from the wire, and signals from whoever may send them. Out: messages into the
 * channel. In between it decides which thread performs a message: the event loop if that takes
 * constant time, a worker otherwise; and it lets a worker rest while the frontend does not read.
 * This room must not know what a message means, or how connections are accepted.
 *
 * <p>Counterpart in PostgreSQL: the second half of {@code backend_startup.c}, {@code postinit.c},
 * {@code procsignal.c}. Open first: {@link io.pgdouble.backend.Backend}.
 */
package io.pgdouble.backend;
