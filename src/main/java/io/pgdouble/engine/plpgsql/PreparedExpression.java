package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.analysis.AnalysisContext;
import io.pgdouble.engine.execution.Plan;
import io.pgdouble.engine.expression.OutputColumn;
import java.util.List;

/**
 * An expression of a function, ready to be computed with the variables it names.
 *
 * @param basis where its names were looked up
 * @param simple whether it is no more than an expression
 */
record PreparedExpression(
    AnalysisContext basis,
    List<OutputColumn> columns,
    Plan plan,
    List<ExpressionVariables.Reference> references,
    boolean simple) {
  boolean isCurrent(AnalysisContext now) {
    return basis.catalog() == now.catalog() && basis.searchPath().equals(now.searchPath());
  }
}
