package io.pgdouble.engine.analysis;

import io.pgdouble.engine.tree.RawStmt;
import io.pgdouble.error.ErrorReport;

/** From parse trees to typed queries ({@code analyze.c}). Stateless. */
public final class Analyzer {
  private Analyzer() {}

  /**
   * Analyses a statement. Parameter types that are variable are inferred on the way, and told by
   * {@code parameters} afterwards.
   *
   * @throws io.pgdouble.error.ReportedError as PostgreSQL's own analysis reports, with positions
   */
  public static AnalyzedStatement analyze(
      RawStmt statement, ParameterTypes parameters, AnalysisContext context) {
    throw ErrorReport.notSimulated("queries yet").toException();
  }
}
