package io.pgdouble.engine.catalog;

/**
 * A row of {@code pg_cast}.
 *
 * @param function OID of the function, 0 where none is needed or the method is not f
 * @param context e explicit, a assignment, i implicit
 * @param method f function, i input/output, b binary
 */
public record CastEntry(int source, int target, int function, char context, char method) {}
