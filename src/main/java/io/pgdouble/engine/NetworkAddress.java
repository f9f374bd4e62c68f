package io.pgdouble.engine;

/**
 * One end of a TCP connection, as {@code inet_client_addr()} and {@code pg_stat_activity} show it.
 *
 * @param host the numeric address, without brackets or scope
 * @param port 0 to 65535
 */
public record NetworkAddress(String host, int port) {}
