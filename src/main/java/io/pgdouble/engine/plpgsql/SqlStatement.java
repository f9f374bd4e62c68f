package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.analysis.ParameterTypes;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.Optional;
import java.util.Set;

/** A statement of SQL, perhaps with INTO ({@code exec_stmt_execsql}). */
final class SqlStatement extends PlStatement {
  private static final Set<String> MODIFYING = Set.of("INSERT", "UPDATE", "DELETE", "MERGE");

  private final PlExpression sql;
  private final Optional<TargetReader.Into> into;

  SqlStatement(int line, PlExpression sql, Optional<TargetReader.Into> into) {
    super(line);
    this.sql = sql;
    this.into = into;
  }

  @Override
  String typeName() {
    return "SQL statement";
  }

  @Override
  Outcome run(Estate estate) {
    SpiResult result = run(estate, sql, this::limit, SpiPlan.Atomicity.ATOMIC);
    switch (result.code()) {
      case SELECT, MODIFIED -> estate.found(result.processed() != 0);
      case EMPTY, SELECT_INTO, UTILITY -> {}
      case COPY_FORBIDDEN -> throw forbidden("cannot COPY to/from client in PL/pgSQL");
      case TRANSACTION_FORBIDDEN -> throw forbidden("unsupported transaction command in PL/pgSQL");
    }
    estate.processed = result.processed();
    if (into.isPresent()) {
      new IntoRows(estate, into.get(), result).move(isStrict(result), Optional.of(sql));
    } else if (result.columns().isPresent()) {
      throw withoutTarget(result);
    }
    return Outcome.OK;
  }

  private Optional<IntoRows.Hint> isStrict(SpiResult result) {
    boolean strict =
        into.orElseThrow().strictness() == TargetReader.Strictness.STRICT
            || result.code() == SpiResult.Code.MODIFIED;
    return strict ? Optional.of(IntoRows.Hint.GIVEN) : Optional.empty();
  }

  private long limit(SpiPlan plan) {
    if (into.isEmpty()) {
      return 0;
    }
    boolean two =
        into.get().strictness() == TargetReader.Strictness.STRICT
            || plan.tags().stream().anyMatch(MODIFYING::contains);
    return two ? 2 : 1;
  }

  static ReportedError forbidden(String message) {
    return new ReportedError(SqlState.FEATURE_NOT_SUPPORTED, message);
  }

  private static ReportedError withoutTarget(SpiResult result) {
    ErrorReport report =
        ErrorReport.error(SqlState.SYNTAX_ERROR, "query has no destination for result data");
    return result.code() == SpiResult.Code.SELECT
        ? report
            .withHint("If you want to discard the results of a SELECT, use PERFORM instead.")
            .toException()
        : report.toException();
  }

  /** How many rows a plan is asked for. */
  interface Limit {
    long of(SpiPlan plan);
  }

  /** {@code SPI_execute_plan_with_paramlist}. */
  static SpiResult run(Estate estate, PlExpression sql, Limit limit, SpiPlan.Atomicity atomicity) {
    PreparedSql prepared = prepared(estate, sql);
    return estate
        .spi
        .contexts()
        .during(
            SqlContext.statement(sql.query),
            () ->
                prepared
                    .plan()
                    .run(
                        new SpiPlan.Run(
                            ExpressionVariables.values(prepared.references(), estate.variables),
                            limit.of(prepared.plan()),
                            atomicity,
                            estate.access())));
  }

  /** {@code exec_prepare_plan}. */
  static PreparedSql prepared(Estate estate, PlExpression sql) {
    boolean current =
        sql.statement.filter(known -> known.plan().isCurrent(estate.spi.analysis())).isPresent();
    if (!current) {
      ExpressionVariables variables = new ExpressionVariables(estate, sql.namespace);
      SpiPlan plan =
          estate
              .spi
              .contexts()
              .during(
                  SqlContext.statement(sql.query),
                  () -> estate.spi.prepare(sql.query, ParameterTypes.hooked(variables)));
      sql.statement = Optional.of(new PreparedSql(plan, variables.references()));
    }
    return sql.statement.get();
  }

  /** {@code exec_run_select}. */
  static SpiResult select(Estate estate, PlExpression query, long limit) {
    SpiResult result = run(estate, query, plan -> limit, SpiPlan.Atomicity.ATOMIC);
    if (result.code() == SpiResult.Code.SELECT_INTO) {
      throw Estate.ofQuery(
          SqlState.SYNTAX_ERROR,
          "query is SELECT INTO, but it should be plain SELECT",
          query.query);
    }
    if (result.code() != SpiResult.Code.SELECT) {
      throw Estate.ofQuery(SqlState.SYNTAX_ERROR, "query is not a SELECT", query.query);
    }
    return result;
  }
}
