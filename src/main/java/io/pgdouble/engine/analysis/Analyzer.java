package io.pgdouble.engine.analysis;

import io.pgdouble.engine.analysis.AnalyzedStatement.AnalyzedQuery;
import io.pgdouble.engine.analysis.AnalyzedStatement.AnalyzedUtility;
import io.pgdouble.engine.catalog.Catalog;
import io.pgdouble.engine.catalog.TypeEntry;
import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.TargetEntry;
import io.pgdouble.engine.tree.CallStmt;
import io.pgdouble.engine.tree.CreateTableAsStmt;
import io.pgdouble.engine.tree.DeclareCursorStmt;
import io.pgdouble.engine.tree.ExplainStmt;
import io.pgdouble.engine.tree.OptimizableStatement;
import io.pgdouble.engine.tree.RawStmt;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    try {
      return analyze(statement.stmt(), parameters, context);
    } catch (StackOverflowError tooDeep) {
      throw stackDepth();
    }
  }

  private static ReportedError stackDepth() {
    return ErrorReport.error(SqlState.STATEMENT_TOO_COMPLEX, "stack depth limit exceeded")
        .withHint(
            "Increase the configuration parameter \"max_stack_depth\" (currently 2048kB), "
                + "after ensuring the platform's stack depth limit is adequate.")
        .toException();
  }

  private static AnalyzedStatement analyze(
      Statement statement, ParameterTypes parameters, AnalysisContext context) {
    if (statement instanceof OptimizableStatement optimizable) {
      return query(optimizable, parameters, context);
    }
    if (statement instanceof CallStmt call) {
      return new AnalyzedUtility(
          statement, Optional.of(ProcedureCalls.analyze(call, parameters, context)));
    }
    if (statement instanceof ExplainStmt explain) {
      return new AnalyzedUtility(statement, explained(explain.query(), parameters, context));
    }
    Optional<AnalyzedQuery> query =
        queryOf(statement).map(inner -> (AnalyzedQuery) analyze(inner, parameters, context));
    if (statement instanceof DeclareCursorStmt cursor) {
      CursorChecks.check(cursor, query.orElseThrow().query());
    }
    return new AnalyzedUtility(statement, query);
  }

  /** The query of what is explained, which may be inside a utility statement itself. */
  private static Optional<AnalyzedQuery> explained(
      Statement statement, ParameterTypes parameters, AnalysisContext context) {
    AnalyzedStatement analyzed = analyze(statement, parameters, context);
    return analyzed instanceof AnalyzedUtility utility
        ? utility.query()
        : Optional.of((AnalyzedQuery) analyzed);
  }

  /** The query inside a utility statement that is analysed with it. */
  private static Optional<Statement> queryOf(Statement statement) {
    if (statement instanceof DeclareCursorStmt declare) {
      return Optional.of(declare.query());
    }
    if (statement instanceof CreateTableAsStmt table) {
      return Optional.of(table.query()).filter(OptimizableStatement.class::isInstance);
    }
    return Optional.empty();
  }

  private static AnalyzedQuery query(
      OptimizableStatement statement, ParameterTypes parameters, AnalysisContext context) {
    ParseState state = new ParseState(context, parameters);
    Query query = Statements.analyze(state, statement);
    if (parameters.isVariable() && parameters.count() > 0) {
      Parameters.check(parameters, query);
    }
    return new AnalyzedQuery(query, columns(query, context));
  }

  static List<OutputColumn> columns(Query query, AnalysisContext context) {
    List<OutputColumn> columns = new ArrayList<>(query.targets().size());
    for (TargetEntry target : query.shownTargets()) {
      if (!target.junk()) {
        columns.add(column(target, context.catalog()));
      }
    }
    return List.copyOf(columns);
  }

  /** {@code printtup.c: SendRowDescriptionCols_3}: frontends are not told of domains. */
  private static OutputColumn column(TargetEntry target, Catalog catalog) {
    int declared = target.expression().type();
    int typmod = target.expression().typmod();
    TypeEntry type = catalog.type(declared);
    while (type.kind() == 'd') {
      typmod = type.baseTypmod();
      type = catalog.type(type.base());
    }
    return new OutputColumn(
        target.name(),
        type.oid(),
        typmod,
        type.length(),
        target.originTable(),
        target.originColumn(),
        declared);
  }
}
