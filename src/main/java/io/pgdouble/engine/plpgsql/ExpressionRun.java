package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.analysis.AnalysisContext;
import io.pgdouble.engine.analysis.AnalyzedStatement.AnalyzedQuery;
import io.pgdouble.engine.analysis.Analyzer;
import io.pgdouble.engine.analysis.ParameterTypes;
import io.pgdouble.engine.analysis.PlpgsqlAnalyzer;
import io.pgdouble.engine.analysis.PlpgsqlAnalyzer.TypeAndModifier;
import io.pgdouble.engine.execution.Plan;
import io.pgdouble.engine.execution.RowSource;
import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.engine.planning.Planner;
import io.pgdouble.engine.plpgsql.Variables.Typed;
import io.pgdouble.engine.sql.Parser;
import io.pgdouble.engine.tree.RawStmt;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Computes one expression ({@code pl_exec.c: exec_prepare_plan, exec_eval_expr}). */
final class ExpressionRun {
  private final Estate estate;
  private final PlExpression expression;

  ExpressionRun(Estate estate, PlExpression expression) {
    this.estate = estate;
    this.expression = expression;
  }

  /** How it is computed, once its names are known. */
  PreparedExpression prepared() {
    return prepared(Optional.empty());
  }

  /** The only column of the only row. */
  Typed single() {
    PreparedExpression prepared = prepared(Optional.empty());
    Object[] row = row(prepared);
    if (prepared.columns().size() != 1) {
      int columns = prepared.columns().size();
      throw Estate.ofQuery(
          SqlState.SYNTAX_ERROR,
          "query returned " + columns + (columns == 1 ? " column" : " columns"),
          expression.query);
    }
    OutputColumn column = prepared.columns().get(0);
    TypeAndModifier type = new TypeAndModifier(column.declared(), column.typmod());
    return new Typed(row == RowSource.END ? null : row[0], type);
  }

  /** The value of an assignment. */
  Typed assigned(Datum target) {
    PreparedExpression prepared = prepared(Optional.of(target));
    Object[] row = row(prepared);
    OutputColumn column = prepared.columns().get(0);
    TypeAndModifier type = new TypeAndModifier(column.declared(), column.typmod());
    return new Typed(row == RowSource.END ? null : row[0], type);
  }

  /** What is simple is computed without SQL ({@code exec_eval_simple_expr}). */
  private Object[] row(PreparedExpression prepared) {
    List<Object[]> rows =
        prepared.simple()
            ? rows(prepared)
            : estate.spi.contexts().during(context(), () -> rows(prepared));
    if (rows.size() > 1) {
      throw Estate.ofQuery(
          SqlState.CARDINALITY_VIOLATION, "query returned more than one row", expression.query);
    }
    return rows.isEmpty() ? RowSource.END : rows.get(0);
  }

  private SqlContext context() {
    return new SqlContext(expression.query, expression.mode.words(estate.major()));
  }

  /** All rows, as functions in them may have effects. */
  private List<Object[]> rows(PreparedExpression prepared) {
    RowSource source = estate.open(prepared);
    List<Object[]> rows = new ArrayList<>();
    for (Object[] row = source.next(); row != RowSource.END; row = source.next()) {
      rows.add(row);
    }
    return rows;
  }

  private PreparedExpression prepared(Optional<Datum> target) {
    AnalysisContext now = estate.spi.analysis();
    if (expression.prepared.filter(one -> one.isCurrent(now)).isEmpty()) {
      expression.prepared =
          Optional.of(estate.spi.contexts().during(context(), () -> prepare(target, now)));
    }
    return expression.prepared.get();
  }

  private PreparedExpression prepare(Optional<Datum> target, AnalysisContext now) {
    ExpressionVariables variables = new ExpressionVariables(estate, expression.namespace);
    AnalyzedQuery query =
        target.isPresent() && expression.mode != ParseMode.EXPRESSION
            ? assignment(target.get(), variables)
            : analyzed(variables);
    Plan plan =
        Planner.plan(
            query.query(), Optional.empty(), estate.spi.relations(), estate.spi.execution());
    return new PreparedExpression(
        now, query.columns(), plan, variables.references(), SimpleQuery.is(query.query()));
  }

  private AnalyzedQuery analyzed(ExpressionVariables variables) {
    RawStmt raw =
        new RawStmt(Parser.parsePlpgsqlExpr(expression.query, estate.spi.parserSettings()), 0, 0);
    return (AnalyzedQuery)
        Analyzer.analyze(raw, ParameterTypes.hooked(variables), estate.spi.analysis());
  }

  private AnalyzedQuery assignment(Datum target, ExpressionVariables variables) {
    Parser.PlAssign assign =
        Parser.parsePlpgsqlAssign(expression.query, estate.spi.parserSettings());
    PlpgsqlAnalyzer.Target assigned =
        AssignmentTarget.of(expression.mode, assign, target).in(estate, variables);
    return PlpgsqlAnalyzer.assignment(assign.value(), assigned, variables, estate.spi.analysis());
  }
}
