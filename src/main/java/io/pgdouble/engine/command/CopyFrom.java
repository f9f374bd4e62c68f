package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.AnalysisContext;
import io.pgdouble.engine.analysis.CopyTable;
import io.pgdouble.engine.copy.CopyOptionChecks;
import io.pgdouble.engine.copy.CopyOptions;
import io.pgdouble.engine.definition.TableDefinitions;
import io.pgdouble.engine.definition.TableEntry;
import io.pgdouble.engine.definition.TriggerEntry;
import io.pgdouble.engine.execution.IncomingRows;
import io.pgdouble.engine.execution.Plan;
import io.pgdouble.engine.execution.RowSource;
import io.pgdouble.engine.planning.Planner;
import io.pgdouble.engine.portal.CopyDecoder;
import io.pgdouble.engine.portal.CopyForm;
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
    CopyFilter filter = CopyFilter.of(node, table, memory);
    CopyOptions options =
        CopyOptionChecks.of(
            node.options(), CopyOptionChecks.Direction.FROM, memory.execution().facts());
    table.requireListed("FORCE_NOT_NULL", options.forceNotNull().names());
    table.requireListed("FORCE_NULL", options.forceNull().names());
    table.requireListed("selected", options.selected().names());
    if (table.relation().kind() != 'r') {
      return intoNothing(table, options);
    }
    Plan plan =
        Planner.plan(
            table.writing(context), Optional.empty(), memory.relations(), memory.execution());
    plan.checkPermissions(memory.execution());
    Deque<Object[]> incoming = IncomingRows.none();
    RowSource writing = Runs.of(plan, new Object[] {incoming}, memory).get();
    CopyDefaults defaults = new CopyDefaults(table, options, context);
    boolean single = defaults.isVolatile() || filter.isVolatile() || isTriggered(table);
    CopyRowTarget target =
        new CopyRowTarget(
            incoming,
            writing,
            filter,
            single ? CopyRowTarget.Mode.SINGLE : CopyRowTarget.Mode.MULTI);
    CopyRows rows = new CopyRows(options, table, defaults);
    CopyDecoder own = options.encoding().map(decoder::in).orElse(decoder);
    return options.isBinary()
        ? new CopyBinaryInput(rows, target, own)
        : new CopyFromInput(rows, target, own);
  }

  private CopyInput intoNothing(CopyTable table, CopyOptions options) {
    char kind = table.relation().kind();
    boolean triggered = !definition(table).triggers().isEmpty();
    boolean known = kind == 'm' || kind == 'v' || kind == 'S';
    if (!known || triggered || !memory.execution().session().isSuperuser()) {
      throw ErrorReport.notSimulated("such a COPY FROM").toException();
    }
    return new CopyIntoNothing(
        table.relation().name(),
        kind,
        table.columns().size(),
        options.isBinary() ? CopyForm.BINARY : CopyForm.TEXT);
  }

  private TableEntry definition(CopyTable table) {
    return TableDefinitions.of(memory.catalog(), table.relation());
  }

  /** Triggers before a row may look at the rows before it. */
  private boolean isTriggered(CopyTable table) {
    int wanted = TriggerEntry.ROW | TriggerEntry.BEFORE | TriggerEntry.INSERT;
    return definition(table).triggers().stream().anyMatch(one -> (one.type() & wanted) == wanted);
  }
}
