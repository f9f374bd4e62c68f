package io.pgdouble.engine;

import java.util.Optional;

/**
 * One row of {@code pg_stat_activity}. Manual: {@code monitoring-pg-stat-activity-view}. Times are
 * microseconds since 2000-01-01 00:00 UTC; 0 is "none".
 *
 * @param session what the session shows of itself; empty for processes that serve no frontend
 * @param rest the {@code wait_event} of type {@code Activity} of such a process, where it has one
 * @param tls empty where nothing is encrypted
 * @param clientAddress empty for a Unix socket
 */
public record BackendActivity(
    int pid,
    String backendType,
    String database,
    String user,
    Optional<NetworkAddress> clientAddress,
    long backendStart,
    Optional<SessionActivity> session,
    Optional<String> rest,
    Optional<TlsActivity> tls) {}
