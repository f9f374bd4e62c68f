package io.pgdouble.engine.planning;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.execution.Frame;
import io.pgdouble.engine.execution.RelationSource;
import io.pgdouble.engine.execution.RowSource;
import io.pgdouble.engine.function.ExecutionContext;
import io.pgdouble.engine.function.TriggerCall.Timing;
import java.util.List;

/** The triggers of TRUNCATE ({@code tablecmds.c: ExecuteTruncateGuts}). */
public final class TruncateTriggers {
  private static final Object[] NO_PARAMETERS = {};

  private final RelationSource relations;
  private final Frame frame;

  /** For one statement. */
  public TruncateTriggers(RelationSource relations, ExecutionContext context) {
    this.relations = relations;
    this.frame = new Frame(context, NO_PARAMETERS, 0, context.storage().transaction().snapshot());
  }

  /** Before any table is emptied. */
  public void before(List<RelationEntry> tables) {
    fire(tables, Timing.BEFORE);
  }

  /** When all are empty; the statement is then at its end. */
  public void after(List<RelationEntry> tables) {
    fire(tables, Timing.AFTER);
    frame.finishing(() -> RowSource.END).next();
  }

  private void fire(List<RelationEntry> tables, Timing timing) {
    for (RelationEntry table : tables) {
      RelationEntry now = relations.catalog().relation(table.oid()).orElseThrow();
      TargetTables.of(now, relations).truncated(timing, frame);
    }
  }
}
