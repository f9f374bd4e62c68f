package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.AnalysisContext;
import io.pgdouble.engine.analysis.CopyTable;
import io.pgdouble.engine.copy.CopyOptionChecks;
import io.pgdouble.engine.copy.CopyOptions;
import io.pgdouble.engine.execution.IncomingRows;
import io.pgdouble.engine.execution.Plan;
import io.pgdouble.engine.execution.RowSource;
import io.pgdouble.engine.planning.Planner;
import io.pgdouble.engine.portal.CopyDecoder;
import io.pgdouble.engine.portal.CopyInput;
import io.pgdouble.engine.tree.CopyStmt;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.Deque;
import java.util.Optional;

/** COPY … FROM STDIN ({@code copyfrom.c: BeginCopyFrom}). */
record CopyFrom(SessionMemory memory) {

  CopyInput begin(CopyStmt node, CopyDecoder decoder) {
    AnalysisContext context = memory.analysis(memory.execution());
    CopyTable table = CopyTable.of(node, context);
    ReadOnly.prevent(memory, "COPY FROM");
    if (table.relation().kind() == 'm') {
      throw new ReportedError(
          SqlState.WRONG_OBJECT_TYPE,
          "cannot copy to materialized view \"" + table.relation().name() + "\"");
    }
    if (table.relation().kind() != 'r') {
      throw ErrorReport.notSimulated("such a COPY FROM").toException();
    }
    CopyFilter filter = CopyFilter.of(node, table, memory);
    CopyOptions options =
        CopyOptionChecks.of(
            node.options(), CopyOptionChecks.Direction.FROM, memory.execution().facts().major());
    table.requireListed("FORCE_NOT_NULL", options.forceNotNull().names());
    table.requireListed("FORCE_NULL", options.forceNull().names());
    Plan plan =
        Planner.plan(
            table.writing(context), Optional.empty(), memory.relations(), memory.execution());
    plan.checkPermissions(memory.execution());
    Deque<Object[]> incoming = IncomingRows.none();
    RowSource writing = Runs.of(plan, new Object[] {incoming}, memory).get();
    CopyRowTarget target = new CopyRowTarget(incoming, writing, filter);
    CopyRows rows = new CopyRows(options, table, memory.execution());
    return options.isBinary()
        ? new CopyBinaryInput(rows, target, decoder)
        : new CopyFromInput(rows, target, decoder);
  }
}
