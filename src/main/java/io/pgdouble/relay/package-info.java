/**
 * A real server behind us: frontends connect here, and every byte passes on as it is. Also what a
 * recorded conversation needs of one: a frontend that says again what frontends said.
 *
 * <p>In: connections of frontends, and the address of a server. Out: connections to the server, one
 * for each, and all that crosses them for whoever listens in ({@link io.pgdouble.relay.Tap}), such
 * as the {@link io.pgdouble.relay.Recorder}. TLS ends here on either side, where it is asked for.
 * This room must not know what a message means beyond those that begin a connection, nor anything
 * of the simulated server.
 *
 * <p>It has no counterpart in PostgreSQL. Open first: {@link io.pgdouble.relay.Relay}, then {@link
 * io.pgdouble.relay.Doorkeeper}.
 */
package io.pgdouble.relay;
