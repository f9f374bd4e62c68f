package io.pgdouble.engine.execution;

import io.pgdouble.engine.function.TransitionTable;
import java.util.Iterator;
import java.util.List;

/**
 * The rows of a statement, as a trigger's function reads them ({@code nodeNamedtuplestorescan.c}).
 */
public record TransitionScan(String name) implements SourcePlan {
  @Override
  public RowSource open(Frame frame) {
    Iterator<Object[]> rows =
        frame
            .context
            .routines()
            .transition(name)
            .map(TransitionTable::rows)
            .orElse(List.of())
            .iterator();
    return () -> rows.hasNext() ? rows.next() : RowSource.END;
  }
}
