package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.ParameterTypes;
import io.pgdouble.engine.execution.RowSource;
import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.engine.plpgsql.SpiPlan;
import io.pgdouble.engine.plpgsql.SpiResult;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.portal.PortalDefinition;
import io.pgdouble.engine.portal.PortalWork;
import io.pgdouble.engine.portal.RowReceiver;
import io.pgdouble.engine.prepared.PlannableQuery;
import io.pgdouble.engine.tree.CopyStmt;
import io.pgdouble.engine.tree.OptimizableStatement;
import io.pgdouble.engine.tree.RawStmt;
import io.pgdouble.engine.tree.SelectStmt;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.engine.tree.TransactionStmt;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One statement of a procedural language ({@code spi.c: _SPI_execute_plan}). */
record SpiStatement(
    Commands.SourceOf source, Optional<PlannableQuery> plannable, Commands commands) {

  static SpiStatement of(RawStmt raw, String text, ParameterTypes parameters, Commands commands) {
    Commands.SourceOf source = new Commands.SourceOf(text, CommandTags.of(raw.stmt()), raw.stmt());
    boolean refused = refused(raw.stmt()).isPresent();
    return new SpiStatement(
        source, refused ? Optional.empty() : commands.plannable(raw, parameters), commands);
  }

  /** What cannot be run here. */
  private static Optional<SpiResult.Code> refused(Statement statement) {
    if (statement instanceof CopyStmt copy && copy.filename().isEmpty()) {
      return Optional.of(SpiResult.Code.COPY_FORBIDDEN);
    }
    if (statement instanceof TransactionStmt) {
      return Optional.of(SpiResult.Code.TRANSACTION_FORBIDDEN);
    }
    boolean into = statement instanceof SelectStmt select && select.intoClause().isPresent();
    return into ? Optional.of(SpiResult.Code.SELECT_INTO) : Optional.empty();
  }

  PortalDefinition define(Object[] parameters) {
    return commands.define(source, plannable, parameters);
  }

  boolean givesRows() {
    return columns().isPresent();
  }

  Optional<List<OutputColumn>> columns() {
    return commands.columns(source.statement(), plannable);
  }

  boolean supportsBackwardScan(Object[] parameters) {
    return plannable
        .map(query -> query.plans().plan(parameters, commands.execution()))
        .filter(plan -> plan.supportsBackwardScan())
        .isPresent();
  }

  /** {@code spi.c}: what does more than read is not for functions that are not volatile. */
  void requireReading() {
    boolean reads =
        source.statement() instanceof SelectStmt select && select.tail().lockingClause().isEmpty();
    if (!reads) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED,
          source.tag() + " is not allowed in a non-volatile function");
    }
  }

  SpiResult run(SpiPlan.Run run) {
    Optional<SpiResult.Code> refused = refused(source.statement());
    if (refused.isPresent()) {
      return SpiResult.of(refused.get());
    }
    PortalDefinition definition = define(run.parameters());
    if (definition.work() instanceof PortalWork.Select select) {
      return select(definition, select, run.limit());
    }
    Collected rows = new Collected();
    Completion completion = call(definition.work()).run(rows);
    boolean query = source.statement() instanceof OptimizableStatement;
    long processed = query ? Math.max(completion.rows(), 0) : rows.all.size();
    return new SpiResult(
        query ? SpiResult.Code.MODIFIED : SpiResult.Code.UTILITY,
        processed,
        definition.columns(),
        rows.all);
  }

  private static PortalWork.UtilityCall call(PortalWork work) {
    return work instanceof PortalWork.UtilityRows rows
        ? rows.call()
        : ((PortalWork.Command) work).call();
  }

  private SpiResult select(PortalDefinition definition, PortalWork.Select select, long limit) {
    RowSource source = select.open().get();
    List<Object[]> rows = new ArrayList<>();
    Object[] row = source.next();
    while (row != RowSource.END) {
      rows.add(row);
      commands.execution().checkForInterrupts();
      row = rows.size() == limit ? RowSource.END : source.next();
    }
    return new SpiResult(SpiResult.Code.SELECT, rows.size(), definition.columns(), rows);
  }

  private static final class Collected implements RowReceiver {
    private final List<Object[]> all = new ArrayList<>();

    @Override
    public void start(List<OutputColumn> columns) {}

    @Override
    public void row(Object[] values) {
      all.add(values);
    }
  }
}
