package io.pgdouble.engine.catalog;

/**
 * A column of a relation.
 *
 * @param number from 1, in the order of the relation; negative for system columns
 */
public record AttributeEntry(
    int number, String name, int type, int typmod, int collation, boolean notNull) {}
