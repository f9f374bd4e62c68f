package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.AnalysisContext;
import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.engine.plpgsql.SpiPlan;
import io.pgdouble.engine.plpgsql.SpiResult;
import io.pgdouble.engine.portal.PortalDefinition;
import java.util.List;
import java.util.Optional;

/**
 * Statements of a procedural language, analysed.
 *
 * @param basis where their names were looked up
 */
record SessionPlan(SessionSpi spi, AnalysisContext basis, List<SpiStatement> statements)
    implements SpiPlan {
  SessionPlan {
    statements = List.copyOf(statements);
  }

  @Override
  public boolean isCurrent(AnalysisContext now) {
    return basis.catalog() == now.catalog() && basis.searchPath().equals(now.searchPath());
  }

  @Override
  public List<String> tags() {
    return statements.stream().map(statement -> statement.source().tag()).toList();
  }

  @Override
  public Optional<List<OutputColumn>> columns() {
    return statements.get(0).columns();
  }

  @Override
  public List<SpiPlan> each() {
    return statements.stream()
        .<SpiPlan>map(statement -> new SessionPlan(spi, basis, List.of(statement)))
        .toList();
  }

  @Override
  public boolean givesRows() {
    return statements.get(0).givesRows();
  }

  @Override
  public SpiResult run(Run run) {
    SpiResult result = SpiResult.of(SpiResult.Code.EMPTY);
    for (SpiStatement statement : statements) {
      result = spi.run(statement, run);
      if (SessionSpi.isEnd(result)) {
        return result;
      }
    }
    return result;
  }

  @Override
  public PortalDefinition define(Object[] parameters) {
    return statements.get(0).define(parameters);
  }

  @Override
  public boolean scrollsByItself(Object[] parameters) {
    return statements.get(0).supportsBackwardScan(parameters);
  }
}
