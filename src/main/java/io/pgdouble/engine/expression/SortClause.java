package io.pgdouble.engine.expression;

import io.pgdouble.engine.catalog.ProcEntry;

/**
 * An item of ORDER BY, GROUP BY or DISTINCT ({@code SortGroupClause}).
 *
 * @param reference the {@code sortGroup} of the target
 * @param comparison the three-way comparison function of the ordering's operator class
 * @param equality the function of its equality operator
 * @param descending order by greater first
 */
public record SortClause(
    int reference,
    ProcEntry comparison,
    ProcEntry equality,
    boolean descending,
    boolean nullsFirst) {}
