package io.pgdouble.engine.prepared;

import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.engine.planning.PlanSource;
import io.pgdouble.engine.tree.RawStmt;
import java.util.List;

/**
 * An analysed query and the plans made for it.
 *
 * @param raw what it was analysed of, and is again when the catalog has changed
 */
public record PlannableQuery(List<OutputColumn> columns, PlanSource plans, RawStmt raw) {}
