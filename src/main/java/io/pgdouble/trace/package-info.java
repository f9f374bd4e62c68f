/**
 * What crossed the wire, in order, and its text form.
 *
 * <p>In: bytes of messages as either side sent them. Out: {@link io.pgdouble.trace.TraceLine}s in
 * the columns of libpq's {@code PQtrace}, escaped so that they can be read back, and the bytes
 * again; and {@link io.pgdouble.trace.Recording}s, which keep all that happened on the connections
 * of a run, without its secrets. This room must not know who spoke, over what socket, or whether an
 * answer is right; it reads message bodies by its own table and never by the records of the {@code
 * message} room, so that a mistake there cannot hide from the judge.
 *
 * <p>Counterpart in PostgreSQL: {@code interfaces/libpq/fe-trace.c}. Open first: {@link
 * io.pgdouble.trace.MessageLayout}.
 */
package io.pgdouble.trace;
