package io.pgdouble.engine.catalog;

/**
 * A row of {@code pg_collation}.
 *
 * @param provider d default, c libc, i ICU
 */
public record CollationEntry(
    int oid, String name, String schema, char provider, boolean deterministic, int encoding) {}
