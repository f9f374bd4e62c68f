package io.pgdouble.engine.execution;

import io.pgdouble.engine.catalog.RelationEntry;
import io.pgdouble.engine.storage.RowVersion;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.List;
import java.util.Optional;

/**
 * Changes a table by every row that its input finds ({@code nodeModifyTable.c}). It yields a row
 * for every row that was changed: what RETURNING asks for, and without one a row without columns.
 */
public record ModifyTable(
    StepPlan input,
    Target target,
    RowChange change,
    Evaluator[] returning,
    List<ViewCondition> checks)
    implements SourcePlan {

  /** What a view asks of the rows that are written through it. */
  public record ViewCondition(String view, Optional<Evaluator> condition) {}

  /**
   * The table that is changed.
   *
   * @param range which entry of the query's range table it is
   */
  public record Target(int range, RelationEntry relation, TargetTable.Source table) {}

  @Override
  public RowSource open(Frame frame) {
    RowWriter writer = new RowWriter(target.table().of(frame.context), frame);
    if (input instanceof IncomingRows incoming) {
      return new IncomingWriting(incoming, (RowChange.Insert) change, writer, frame);
    }
    RowModifier modifier = new RowModifier(this, writer);
    StatementTriggers statement = new StatementTriggers(writer.triggers(), change);
    Step rows = input.open(frame);
    return new RowSource() {
      @Override
      public Object[] next() {
        statement.before();
        while (rows.advance()) {
          Optional<Object[]> changed = modifier.change(frame);
          frame.context.checkForInterrupts();
          if (changed.isPresent()) {
            return changed.get();
          }
        }
        statement.after();
        return END;
      }
    };
  }

  /** {@code ExecWithCheckOptions}: only what is true will do. */
  void checkOptions(Frame frame, RowVersion row, Optional<TableMember> member) {
    for (ViewCondition check : checks) {
      frame.rows[target.range()] = member.map(one -> one.standing(row)).orElseGet(row::values);
      boolean holds =
          check.condition().isEmpty()
              || Boolean.TRUE.equals(check.condition().get().evaluate(frame));
      if (!holds) {
        throw ErrorReport.error(
                SqlState.WITH_CHECK_OPTION_VIOLATION,
                "new row violates check option for view \"" + check.view() + "\"")
            .withDetail(FailingRow.detail(target.relation(), row.values(), frame))
            .toException();
      }
    }
  }

  /** What RETURNING yields of a row. */
  Object[] returning(Frame frame, RowVersion row) {
    if (returning.length == 0) {
      return Evaluator.NO_VALUES;
    }
    frame.rows[target.range()] = row.values();
    return Evaluator.all(returning, frame);
  }

  /** The same of a row that perhaps is one of a table that inherits from the target. */
  Object[] returning(Frame frame, RowVersion row, Optional<TableMember> member) {
    if (returning.length == 0) {
      return Evaluator.NO_VALUES;
    }
    frame.rows[target.range()] = member.map(one -> one.standing(row)).orElseGet(row::values);
    return Evaluator.all(returning, frame);
  }
}
