package io.pgdouble.engine.expression;

import java.util.List;

/**
 * A common table expression.
 *
 * @param recursive whether its query refers to itself
 */
public record CommonTable(String name, Query query, boolean recursive, List<RangeColumn> columns) {}
