/**
 * Bytes from and to a socket: startup packets and their order, frames and their limits, batches of
 * answers.
 *
 * <p>In: buffers of Netty from a channel, and messages to send. Out: startup packets, and frames (a
 * type and a body) to whoever receives them; buffers to the channel. This room must not know what a
 * message means, who answers it, or how a backend lives.
 *
 * <p>Counterpart in PostgreSQL: {@code libpq/pqcomm.c}, the first half of {@code
 * backend_startup.c}. Open first: {@link io.pgdouble.wire.StartupPacketHandler}.
 */
package io.pgdouble.wire;
