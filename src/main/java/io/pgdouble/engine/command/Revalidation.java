package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.AnalyzedStatement.AnalyzedQuery;
import io.pgdouble.engine.analysis.Analyzer;
import io.pgdouble.engine.analysis.ParameterTypes;
import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.engine.planning.PlanSource;
import io.pgdouble.engine.prepared.PlannableQuery;
import io.pgdouble.engine.prepared.PreparedStatement;
import io.pgdouble.engine.tree.OptimizableStatement;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.List;

/**
 * Prepared statements after the catalog has changed: they are analysed anew, and must still have
 * the same columns ({@code plancache.c: RevalidateCachedQuery}).
 */
record Revalidation(SessionMemory memory) {

  /** Where names are looked up now. */
  static PlanSource.Basis basis(SessionMemory memory) {
    return new PlanSource.Basis(memory.relations(), memory.searchPath());
  }

  void of(PreparedStatement prepared) {
    if (prepared.statement().filter(OptimizableStatement.class::isInstance).isEmpty()) {
      return;
    }
    PlannableQuery query = prepared.plannable().orElseThrow();
    if (!query.plans().isOf(memory.catalog(), memory.searchPath())) {
      analyze(query, prepared.parameterTypes());
    }
  }

  private void analyze(PlannableQuery query, int[] types) {
    AnalyzedQuery analyzed =
        (AnalyzedQuery)
            Analyzer.analyze(
                query.raw(), ParameterTypes.variable(types), memory.analysis(memory.execution()));
    if (!shape(analyzed.columns()).equals(shape(query.columns()))) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED, "cached plan must not change result type");
    }
    query.plans().replace(analyzed.query(), basis(memory));
  }

  /** What of columns must stay ({@code tupdesc.c: equalTupleDescs}). */
  private record Shape(String name, int type, int typmod) {}

  private static List<Shape> shape(List<OutputColumn> columns) {
    return columns.stream()
        .map(column -> new Shape(column.name(), column.declared(), column.typmod()))
        .toList();
  }
}
