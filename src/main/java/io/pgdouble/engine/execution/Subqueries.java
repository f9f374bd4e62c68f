package io.pgdouble.engine.execution;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.ArrayValue;
import io.pgdouble.type.RecordValue;
import io.pgdouble.type.RowType;
import java.util.ArrayList;
import java.util.List;

/** Evaluators of subqueries ({@code nodeSubplan.c}). */
public final class Subqueries {
  private Subqueries() {}

  /** A subquery that depends on nothing around it: computed once. */
  public record Initial(Evaluator subquery) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      return frame.initial(subquery);
    }
  }

  /** {@code EXISTS}. */
  public record Exists(SourcePlan query) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      return query.open(frame).next() != RowSource.END;
    }
  }

  private static Object[] onlyRow(SourcePlan query, Frame frame) {
    RowSource rows = query.open(frame);
    Object[] row = rows.next();
    if (row != RowSource.END && rows.next() != RowSource.END) {
      throw ErrorReport.error(
              SqlState.CARDINALITY_VIOLATION,
              "more than one row returned by a subquery used as an expression")
          .toException();
    }
    return row;
  }

  /** The value of the only column of the only row; null without one. */
  public record Scalar(SourcePlan query) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      Object[] row = onlyRow(query, frame);
      return row == RowSource.END ? null : row[0];
    }
  }

  /** The only row as a value; null without one. */
  public record Row(SourcePlan query, RowType type) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      Object[] row = onlyRow(query, frame);
      return row == RowSource.END ? null : new RecordValue(type, row);
    }
  }

  /** {@code ARRAY(…)}. */
  public record Collected(SourcePlan query, int elementType, boolean nested) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      List<Object> values = new ArrayList<>();
      RowSource rows = query.open(frame);
      for (Object[] row = rows.next(); row != RowSource.END; row = rows.next()) {
        values.add(row[0]);
        frame.context.checkForInterrupts();
      }
      return nested
          ? Arrays.nest(elementType, values)
          : ArrayValue.of(elementType, values.toArray());
    }
  }

  /**
   * A query that depends on nothing around it: its rows are computed once, as far as they are asked
   * for ({@code nodeMaterial.c}).
   */
  public record Remembered(SourcePlan query) implements SourcePlan, Evaluator {
    @Override
    public RowSource open(Frame frame) {
      return ((KeptRows) frame.initial(this)).reader();
    }

    @Override
    public Object evaluate(Frame frame) {
      return new KeptRows(query.open(frame));
    }
  }

  /** {@code op ANY|ALL (…)}. */
  public record Quantified(SourcePlan query, Evaluator test, boolean any) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      Object[] outer = frame.subRow;
      RowSource rows = query.open(frame);
      Object result = !any;
      for (Object[] row = rows.next(); row != RowSource.END; row = rows.next()) {
        frame.subRow = row;
        Object value = test.evaluate(frame);
        if (value == null) {
          result = null;
        } else if ((Boolean) value == any) {
          result = any;
          break;
        }
      }
      frame.subRow = outer;
      return result;
    }
  }

  /** {@code (a, b) op (…)}; null without a row. */
  public record RowTest(SourcePlan query, Evaluator test) implements Evaluator {
    @Override
    public Object evaluate(Frame frame) {
      Object[] row = onlyRow(query, frame);
      if (row == RowSource.END) {
        return null;
      }
      Object[] outer = frame.subRow;
      frame.subRow = row;
      Object value = test.evaluate(frame);
      frame.subRow = outer;
      return value;
    }
  }

  /**
   * A query that runs in a frame of its own inside another.
   *
   * @param relations the size of its range table
   */
  public record Inner(SourcePlan query, int relations) implements SourcePlan {
    @Override
    public RowSource open(Frame frame) {
      return query.open(frame.inner(relations));
    }
  }

  /**
   * The same where some tables write, which they do to the end, whoever reads them ({@code
   * execMain.c: ExecPostprocessPlan}).
   *
   * @param writing their names, in the order of WITH
   */
  public record WithWriters(SourcePlan query, List<String> writing) implements SourcePlan {
    @Override
    public RowSource open(Frame frame) {
      RowSource rows = query.open(frame);
      return new RowSource() {
        private boolean ended;

        @Override
        public Object[] next() {
          Object[] row = ended ? END : rows.next();
          if (row == END && !ended) {
            ended = true;
            finish(frame);
          }
          return row;
        }
      };
    }

    /** Later ones first: they may read what an earlier one returns. */
    private void finish(Frame frame) {
      for (int i = writing.size() - 1; i >= 0; i--) {
        RowSource rows = frame.tables().read(writing.get(i));
        while (rows.next() != RowSource.END) {
          frame.context.checkForInterrupts();
        }
      }
    }
  }

  /** A query with common tables, which are made known before it starts. */
  public record WithTables(SourcePlan query, List<CommonTablePlan> tables) implements SourcePlan {
    @Override
    public RowSource open(Frame frame) {
      for (CommonTablePlan table : tables) {
        frame.tables().define(table.name(), table);
      }
      return query.open(frame);
    }
  }

  /** A reference to a common table. */
  public record TableReference(String name, int levelsUp, boolean working) implements SourcePlan {
    @Override
    public RowSource open(Frame frame) {
      CommonTables tables = frame.up(levelsUp).tables();
      return working ? tables.readWorking(name) : tables.read(name);
    }
  }
}
