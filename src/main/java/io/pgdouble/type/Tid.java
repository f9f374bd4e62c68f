package io.pgdouble.type;

/**
 * A {@code tid}: where a row is.
 *
 * @param block from 0 to 2^32 - 1
 * @param offset from 0 to 65535
 */
public record Tid(long block, int offset) {}
