/**
 * Answers a frontend as a recording did: what the frontends of a recording said, what each message
 * was answered, and who of those who come now plays which of them.
 *
 * <p>In: a {@link io.pgdouble.trace.Recording}, and the messages of frontends. Out: recorded
 * answers through a sink, or an error that names the nearest recorded message and the difference.
 * Names of statements and portals, process ids, cancel keys and the way of logging in are not
 * compared. This room must not know sockets, or how the simulated server would have answered.
 *
 * <p>It has no counterpart in PostgreSQL. Open first: {@link io.pgdouble.replay.RecordedServer},
 * then {@link io.pgdouble.replay.Attribution}.
 */
package io.pgdouble.replay;
