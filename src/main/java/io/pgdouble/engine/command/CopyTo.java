package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.AnalysisContext;
import io.pgdouble.engine.analysis.AnalyzedStatement.AnalyzedQuery;
import io.pgdouble.engine.analysis.Analyzer;
import io.pgdouble.engine.analysis.CopyTable;
import io.pgdouble.engine.analysis.ParameterTypes;
import io.pgdouble.engine.copy.CopyHeader;
import io.pgdouble.engine.copy.CopyOptionChecks;
import io.pgdouble.engine.copy.CopyOptions;
import io.pgdouble.engine.copy.CopyWriter;
import io.pgdouble.engine.execution.Plan;
import io.pgdouble.engine.execution.RowSource;
import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.engine.planning.Planner;
import io.pgdouble.engine.portal.Completion;
import io.pgdouble.engine.portal.CopyForm;
import io.pgdouble.engine.portal.CopyReceiver;
import io.pgdouble.engine.portal.RowReceiver;
import io.pgdouble.engine.tree.CopyStmt;
import io.pgdouble.engine.tree.MergeStmt;
import io.pgdouble.engine.tree.OptimizableStatement;
import io.pgdouble.engine.tree.RawStmt;
import io.pgdouble.engine.tree.Statement;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.type.TypeEnvironment;
import io.pgdouble.type.TypeIo;
import io.pgdouble.type.Types;
import java.util.List;
import java.util.Optional;

/** COPY … TO STDOUT ({@code copyto.c}). */
record CopyTo(SessionMemory memory) {
  private static final Object[] NO_PARAMETERS = {};

  /** {@code md.c: mdopenfork} finds none. */
  private void requireFile(CopyTable table) {
    if (table.relation().persistence() == 'u' && memory.execution().recovery().inProgress()) {
      throw ErrorReport.notSimulated("COPY of an unlogged table during recovery").toException();
    }
  }

  Completion run(CopyStmt node, RowReceiver receiver) {
    if (!(receiver instanceof CopyReceiver given)) {
      throw ErrorReport.notSimulated("COPY to anything but the frontend").toException();
    }
    AnalysisContext context = memory.analysis(memory.execution());
    Optional<CopyTable> table = node.relation().map(name -> CopyTable.of(node, context));
    table.ifPresent(this::requireTable);
    CopyOptions options =
        CopyOptionChecks.of(
            node.options(), CopyOptionChecks.Direction.TO, memory.execution().facts());
    CopyReceiver out = options.encoding().map(given::in).orElse(given);
    AnalyzedQuery query =
        table.isPresent()
            ? table.get().reading(context)
            : analyzed(node.query().orElseThrow(), context);
    List<OutputColumn> columns = query.columns();
    table.ifPresentOrElse(
        one -> one.requireListed("FORCE_QUOTE", options.forceQuote().names()),
        () -> requireColumns(options, columns));
    table.ifPresent(this::requireFile);
    Plan plan =
        Planner.plan(query.query(), Optional.empty(), memory.relations(), memory.execution());
    if (plan.writes()) {
      ReadOnly.prevent(memory, "COPY");
    }
    plan.checkPermissions(memory.execution());
    if (options.isBinary()) {
      return new CopyBinaryOutput(columns, out, memory.execution())
          .write(Runs.of(plan, NO_PARAMETERS, memory).get());
    }
    out.copyOut(columns.size(), CopyForm.TEXT);
    CopyWriter writer = new CopyWriter(options, columns.stream().map(OutputColumn::name).toList());
    if (options.header() != CopyHeader.NONE) {
      out.copyLine(writer.header());
    }
    long rows = write(Runs.of(plan, NO_PARAMETERS, memory).get(), ios(columns), writer, out);
    out.copyDone();
    return new Completion("COPY", rows);
  }

  private void requireTable(CopyTable table) {
    char kind = table.relation().kind();
    boolean copied =
        MajorChange.MATERIALIZED_VIEWS_ARE_COPIED.isIn(memory.execution().facts().major());
    if (kind == 'm' && copied) {
      return;
    }
    if (kind == 'S') {
      throw new ReportedError(
          SqlState.WRONG_OBJECT_TYPE,
          "cannot copy from sequence \"" + table.relation().name() + "\"");
    }
    if (kind == 'v' || kind == 'm') {
      throw ErrorReport.error(
              SqlState.WRONG_OBJECT_TYPE,
              "cannot copy from "
                  + RelationKind.of(kind).orElseThrow().word()
                  + " \""
                  + table.relation().name()
                  + "\"")
          .withHint("Try the COPY (SELECT ...) TO variant.")
          .toException();
    }
    if (kind != 'r') {
      throw ErrorReport.notSimulated("COPY from what is no table").toException();
    }
  }

  private static AnalyzedQuery analyzed(Statement statement, AnalysisContext context) {
    if (statement instanceof MergeStmt
        && !MajorChange.MERGE_MAY_RETURN.isIn(context.catalog().facts().major())) {
      throw new ReportedError(SqlState.FEATURE_NOT_SUPPORTED, "MERGE not supported in COPY");
    }
    if (SelectInto.is(statement)) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED, "COPY (SELECT INTO) is not supported");
    }
    if (!(statement instanceof OptimizableStatement)) {
      throw ErrorReport.notSimulated("COPY from such a statement").toException();
    }
    AnalyzedQuery query =
        (AnalyzedQuery)
            Analyzer.analyze(new RawStmt(statement, 0, 0), ParameterTypes.none(), context);
    if (!query.query().yieldsRows()) {
      throw new ReportedError(
          SqlState.FEATURE_NOT_SUPPORTED, "COPY query must have a RETURNING clause");
    }
    return query;
  }

  private static void requireColumns(CopyOptions options, List<OutputColumn> columns) {
    for (String name : options.forceQuote().names()) {
      if (columns.stream().noneMatch(column -> column.name().equals(name))) {
        throw new ReportedError(
            SqlState.UNDEFINED_COLUMN, "column \"" + name + "\" does not exist");
      }
    }
  }

  private static TypeIo[] ios(List<OutputColumn> columns) {
    return columns.stream().map(column -> Types.io(column.type())).toArray(TypeIo[]::new);
  }

  private long write(RowSource rows, TypeIo[] ios, CopyWriter writer, CopyReceiver out) {
    TypeEnvironment types = memory.execution().types();
    long count = 0;
    for (Object[] row = rows.next(); row != RowSource.END; row = rows.next()) {
      String[] texts = new String[ios.length];
      for (int i = 0; i < texts.length; i++) {
        texts[i] = row[i] == null ? null : ios[i].output(row[i], types);
      }
      out.copyLine(writer.row(texts));
      memory.execution().checkForInterrupts();
      count++;
    }
    return count;
  }
}
