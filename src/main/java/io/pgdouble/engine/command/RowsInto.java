package io.pgdouble.engine.command;

import io.pgdouble.engine.analysis.CopyTable;
import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.execution.IncomingRows;
import io.pgdouble.engine.execution.Plan;
import io.pgdouble.engine.execution.RowSource;
import io.pgdouble.engine.planning.Planner;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.engine.tree.RelPersistence;
import java.util.Deque;
import java.util.Optional;

/** Rows that a command writes into a table, with all that is asked of them. */
final class RowsInto {
  private final Deque<Object[]> incoming = IncomingRows.none();
  private final RowSource written;

  RowsInto(SessionMemory memory, RelationEntry table) {
    RangeVar name =
        new RangeVar(
            Optional.empty(),
            Optional.of(table.schema()),
            table.name(),
            true,
            RelPersistence.PERMANENT,
            Optional.empty(),
            -1);
    CopyTable target = new CopyTable(name, table, table.attributes());
    Plan plan =
        Planner.plan(
            target.writing(memory.analysis(memory.execution())),
            Optional.empty(),
            memory.relations(),
            memory.execution());
    written = Runs.of(plan, new Object[] {incoming}, memory).get();
  }

  void write(Object[] row) {
    incoming.add(row);
    written.next();
  }

  /** There are no more. */
  void end() {
    written.next();
  }
}
