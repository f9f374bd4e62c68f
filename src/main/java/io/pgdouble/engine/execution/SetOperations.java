package io.pgdouble.engine.execution;

import io.pgdouble.engine.expression.SetOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sources that combine the rows of two others. */
public final class SetOperations {
  private SetOperations() {}

  /** Rows with their columns converted. */
  public record Converted(SourcePlan input, Evaluator[] columns) implements SourcePlan {
    @Override
    public RowSource open(Frame frame) {
      RowSource rows = input.open(frame);
      return () -> {
        Object[] row = rows.next();
        if (row == RowSource.END) {
          return row;
        }
        Object[] outer = frame.subRow;
        frame.subRow = row;
        Object[] converted = Evaluator.all(columns, frame);
        frame.subRow = outer;
        return converted;
      };
    }
  }

  /** One after the other: UNION ALL. */
  public record Append(SourcePlan first, SourcePlan second) implements SourcePlan {
    @Override
    public RowSource open(Frame frame) {
      return new RowSource() {
        private RowSource rows = first.open(frame);
        private boolean onSecond;

        @Override
        public Object[] next() {
          Object[] row = rows.next();
          if (row == END && !onSecond) {
            onSecond = true;
            rows = second.open(frame);
            row = rows.next();
          }
          return row;
        }
      };
    }
  }

  /** INTERSECT and EXCEPT: rows are counted on both sides. */
  public record Counted(
      SetOperator operator, boolean all, SourcePlan left, SourcePlan right, RowOrder order)
      implements SourcePlan {
    @Override
    public RowSource open(Frame frame) {
      return new RowSource() {
        private RowSource result;

        @Override
        public Object[] next() {
          result = result == null ? Sorts.of(compute(frame)) : result;
          return result.next();
        }
      };
    }

    private List<Object[]> compute(Frame frame) {
      Map<Object[], long[]> counts = new TreeMap<>(order.in(frame));
      for (Object[] row : Sorts.readAll(left.open(frame), frame)) {
        counts.computeIfAbsent(row, r -> new long[2])[0]++;
      }
      for (Object[] row : Sorts.readAll(right.open(frame), frame)) {
        counts.computeIfAbsent(row, r -> new long[2])[1]++;
      }
      List<Object[]> result = new ArrayList<>();
      counts.forEach(
          (row, count) -> {
            for (long i = 0; i < times(count[0], count[1]); i++) {
              result.add(row);
            }
          });
      return result;
    }

    /** How often a row stays ({@code nodeSetOp.c: set_output_count}). */
    private long times(long onLeft, long onRight) {
      return switch (operator) {
        case INTERSECT -> all ? Math.min(onLeft, onRight) : onLeft > 0 && onRight > 0 ? 1 : 0;
        case EXCEPT -> all ? Math.max(0, onLeft - onRight) : onLeft > 0 && onRight == 0 ? 1 : 0;
        case UNION -> throw new IllegalStateException("UNION counts nothing");
      };
    }
  }
}
