package io.pgdouble.engine.expression;

/**
 * A column of a range table entry.
 *
 * @param originTable OID of the catalog relation it shows, 0 none
 * @param originColumn its number there, 0 none
 */
public record RangeColumn(
    String name, int type, int typmod, int collation, int originTable, int originColumn) {}
