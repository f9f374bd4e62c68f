package io.pgdouble.type;

/**
 * A type with its modifier, as a text names it.
 *
 * @param oid of the type
 * @param typmod -1 where there is none
 */
public record ModifiedType(int oid, int typmod) {}
