package io.pgdouble.engine.storage;

/**
 * A row of {@code pg_locks}.
 *
 * @param target the columns from {@code locktype} to {@code objsubid}
 * @param waitStart microseconds since 2000-01-01 00:00 UTC; 0 where it is not waited for
 */
public record LockStatus(
    Object[] target,
    String virtualTransaction,
    int pid,
    String mode,
    boolean granted,
    boolean fastPath,
    long waitStart) {}
