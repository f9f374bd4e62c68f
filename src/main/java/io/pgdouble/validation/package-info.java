/**
 * The protocol as a two-sided automaton: which message may follow which, from either side, what
 * ends what, and what an answer must contain.
 *
 * <p>In: messages of one connection as they crossed the wire, as bytes, in the order they were
 * seen. Out: {@link io.pgdouble.validation.Verdict}s. It judges from outside, by the manual and by
 * its own reading of the bytes: this room must not know the session that answers, the engine, or
 * the records of the {@code message} room, so that a mistake there cannot hide from it. No clock,
 * no I/O.
 *
 * <p>Counterpart in PostgreSQL: the manual's {@code protocol-flow} and {@code
 * protocol-message-formats}; seen from the frontend, {@code fe-protocol3.c}. Open first: {@link
 * io.pgdouble.validation.Automaton}, then {@link io.pgdouble.validation.Validator}.
 */
package io.pgdouble.validation;
