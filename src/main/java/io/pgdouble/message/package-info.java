/**
 * Every message of the protocol, from both sides: one record and one file each, which reads and
 * writes itself, has a readable text form and a JSON form.
 *
 * <p>In: the body of a message, and the byte that announces it. Out: an immutable record; or
 * PostgreSQL's own complaint about the body. Also here: {@link io.pgdouble.message.Performer}, who
 * answers a conversation, and {@link io.pgdouble.message.BackendSink}, where answers leave. This
 * room must not know sockets, buffers of Netty, or what a message brings about.
 *
 * <p>Counterpart in PostgreSQL: {@code protocol.h}, {@code pqformat.c}; for the readable form
 * {@code fe-trace.c}. Open first: {@link io.pgdouble.message.MessageDictionary}.
 */
package io.pgdouble.message;
