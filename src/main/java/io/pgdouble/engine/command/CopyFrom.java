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
import java.util.Deque;
import java.util.Optional;

/** COPY … FROM STDIN ({@code copyfrom.c: BeginCopyFrom}). */
record CopyFrom(SessionMemory memory) {

  CopyInput begin(CopyStmt node, CopyDecoder decoder) {
    AnalysisContext context = memory.analysis(memory.execution());
    CopyTable table = CopyTable.of(node, context);
    ReadOnly.prevent(memory, "COPY FROM");
    if (node.whereClause().isPresent() || table.relation().kind() != 'r') {
      throw ErrorReport.notSimulated("such a COPY FROM").toException();
    }
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
    return new CopyFromInput(
        new CopyRows(options, table, memory.execution()), new Writer(incoming, writing), decoder);
  }

  private record Writer(Deque<Object[]> incoming, RowSource writing)
      implements CopyFromInput.Writer {
    @Override
    public void begin() {
      IncomingRows.begin(incoming);
      writing.next();
    }

    @Override
    public boolean write(Object[] row) {
      incoming.add(row);
      return writing.next() != IncomingRows.NOT_WANTED;
    }

    @Override
    public void end() {
      writing.next();
    }
  }
}
