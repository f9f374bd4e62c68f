package io.pgdouble.engine.execution;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.storage.RowVersion;
import java.util.Optional;

/**
 * Changes a table by every row that its input finds ({@code nodeModifyTable.c}). It yields a row
 * for every row that was changed: what RETURNING asks for, and without one a row without columns.
 */
public record ModifyTable(StepPlan input, Target target, RowChange change, Evaluator[] returning)
    implements SourcePlan {

  /**
   * The table that is changed.
   *
   * @param range which entry of the query's range table it is
   */
  public record Target(int range, RelationEntry relation, TargetTable.Source table) {}

  @Override
  public RowSource open(Frame frame) {
    RowWriter writer = new RowWriter(target.table().of(frame.context), frame);
    Step rows = input.open(frame);
    return new RowSource() {
      @Override
      public Object[] next() {
        while (rows.advance()) {
          Optional<Object[]> changed = change(frame, writer);
          if (changed.isPresent()) {
            frame.context.checkForInterrupts();
            return changed.get();
          }
        }
        return END;
      }
    };
  }

  /** What RETURNING yields; empty where the row was not changed after all. */
  private Optional<Object[]> change(Frame frame, RowWriter writer) {
    if (change instanceof RowChange.Insert insert) {
      return Optional.of(insert(frame, writer, insert));
    }
    Object[] found = frame.rows[target.range()];
    if (found == null) {
      return Optional.empty();
    }
    return change instanceof RowChange.Update update
        ? update(frame, writer, update)
        : delete(frame, writer);
  }

  private Object[] insert(Frame frame, RowWriter writer, RowChange.Insert insert) {
    Object[] row = RowVersion.room(insert.columns().length);
    for (int i = 0; i < insert.columns().length; i++) {
      row[i] = insert.columns()[i].evaluate(frame);
    }
    return returning(frame, writer.insert(row));
  }

  private Optional<Object[]> update(Frame frame, RowWriter writer, RowChange.Update update) {
    Refound row = new Refound(input, target.range(), frame);
    while (row.isFound()) {
      Object[] changed = changed(row, update);
      RowVersion done = writer.update(row, changed);
      if (done != null) {
        return Optional.of(returning(row.frame(), done));
      }
    }
    return Optional.empty();
  }

  private Object[] changed(Refound row, RowChange.Update update) {
    int columns = target.relation().attributes().size();
    Object[] changed = RowVersion.room(columns);
    System.arraycopy(row.values(), 0, changed, 0, columns);
    for (int i = 0; i < update.attributes().length; i++) {
      changed[update.attributes()[i]] = update.values()[i].evaluate(row.frame());
    }
    return changed;
  }

  private Optional<Object[]> delete(Frame frame, RowWriter writer) {
    Refound row = new Refound(input, target.range(), frame);
    while (row.isFound()) {
      if (writer.delete(row)) {
        return Optional.of(returning(row.frame(), row.version()));
      }
    }
    return Optional.empty();
  }

  private Object[] returning(Frame frame, RowVersion row) {
    if (returning.length == 0) {
      return Evaluator.NO_VALUES;
    }
    frame.rows[target.range()] = row.values();
    return Evaluator.all(returning, frame);
  }
}
