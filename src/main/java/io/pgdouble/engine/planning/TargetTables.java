package io.pgdouble.engine.planning;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.execution.Evaluator;
import io.pgdouble.engine.execution.RelationSource;
import io.pgdouble.engine.execution.TargetTable;
import java.util.List;

/** Compiles what must hold of a table's rows ({@code execMain.c: InitResultRelInfo}). */
final class TargetTables {
  private TargetTables() {}

  static TargetTable of(RelationEntry relation, RelationSource relations) {
    return new TargetTable(
        relation, List.of(), List.of(), List.of(), Evaluator.NONE, List.of(), List.of());
  }
}
