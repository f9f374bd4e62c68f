package io.pgdouble.engine.function;

/**
 * A prepared transaction, as {@code pg_prepared_xact} tells of it.
 *
 * @param preparedAt microseconds since 2000-01-01 00:00 UTC
 * @param owner OID of the role that prepared it
 * @param database OID of the one it ran in
 */
public record PreparedXact(long xid, String gid, long preparedAt, long owner, long database) {}
