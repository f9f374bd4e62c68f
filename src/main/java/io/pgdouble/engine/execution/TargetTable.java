package io.pgdouble.engine.execution;

import io.pgdouble.engine.catalog.RelationEntry;

/**
 * A table that a plan writes to, with what must hold of its rows ({@code ResultRelInfo}).
 *
 * @param range which entry of the query's range table it is
 */
public record TargetTable(int range, RelationEntry relation) {}
