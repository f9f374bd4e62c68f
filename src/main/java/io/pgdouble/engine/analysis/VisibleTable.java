package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.RangeColumn;
import java.util.List;

/**
 * A common table expression as a FROM clause sees it.
 *
 * @param yieldsRows false for a statement that writes, and says no RETURNING
 * @param self whether it is the recursive reference inside the table's own query
 */
record VisibleTable(String name, List<RangeColumn> columns, boolean yieldsRows, boolean self) {}
