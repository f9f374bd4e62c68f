/**
 * TLS as the server speaks it: its certificate and key, whom it believes, and what it says of
 * handshakes that fail.
 *
 * <p>In: the {@code ssl} settings and the files they name. Out: Netty's handler for a connection,
 * and what is known of it once it is encrypted. This room must not know messages, roles or
 * sessions.
 *
 * <p>Counterpart in PostgreSQL: {@code libpq/be-secure-openssl.c}, {@code be-secure-common.c}. Open
 * first: {@link io.pgdouble.tls.ServerTls}.
 */
package io.pgdouble.tls;
