package io.pgdouble.engine.execution;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Sources that order, thin out and cut rows. */
public final class Sorts {
  /** Rows between two looks for interrupts. */
  private static final int INTERRUPT_INTERVAL = 64;

  private Sorts() {}

  static List<Object[]> readAll(RowSource source, Frame frame) {
    List<Object[]> rows = new ArrayList<>();
    for (Object[] row = source.next(); row != RowSource.END; row = source.next()) {
      rows.add(row);
      if (rows.size() % INTERRUPT_INTERVAL == 0) {
        frame.context.checkForInterrupts();
      }
    }
    return rows;
  }

  static RowSource of(List<Object[]> rows) {
    return new RowSource() {
      private int next;

      @Override
      public Object[] next() {
        return next < rows.size() ? rows.get(next++) : END;
      }
    };
  }

  /** All rows in order; equal ones as the server has them. */
  public record Sort(SourcePlan input, RowOrder order) implements SourcePlan {
    private static final long ALL = -1;

    @Override
    public RowSource open(Frame frame) {
      return open(frame, ALL);
    }

    /**
     * {@code tuplesort.c: tuplesort_set_bound}.
     *
     * @param bound how many rows are wanted at most
     */
    RowSource open(Frame frame, long bound) {
      RowSource rows = input.open(frame);
      return new RowSource() {
        private RowSource sorted;

        @Override
        public Object[] next() {
          sorted = sorted == null ? of(all()) : sorted;
          return sorted.next();
        }

        private List<Object[]> all() {
          List<Object[]> all = readAll(rows, frame);
          if (bound > 0) {
            return TupleSort.first(all, order.in(frame), bound);
          }
          TupleSort.sort(all, order.in(frame));
          return all;
        }
      };
    }
  }

  /** The first of equal rows as they come: DISTINCT ON. */
  public record First(SourcePlan input, RowOrder order) implements SourcePlan {
    @Override
    public RowSource open(Frame frame) {
      RowSource rows = input.open(frame);
      TreeSet<Object[]> seen = new TreeSet<>(order.in(frame));
      return () -> {
        Object[] row = rows.next();
        while (row != RowSource.END && !seen.add(row)) {
          row = rows.next();
        }
        return row;
      };
    }
  }

  /** One of equal rows, in order, as a sort below a {@code Unique} yields them. */
  public record Distinct(SourcePlan input, RowOrder order) implements SourcePlan {
    @Override
    public RowSource open(Frame frame) {
      RowSource rows = input.open(frame);
      return new RowSource() {
        private RowSource distinct;

        @Override
        public Object[] next() {
          distinct = distinct == null ? of(all()) : distinct;
          return distinct.next();
        }

        private List<Object[]> all() {
          TreeSet<Object[]> seen = new TreeSet<>(order.in(frame));
          seen.addAll(readAll(rows, frame));
          return new ArrayList<>(seen);
        }
      };
    }
  }

  /**
   * OFFSET and LIMIT.
   *
   * @param ties the order whose last equals come too
   */
  public record Limit(
      SourcePlan input,
      Optional<Evaluator> offset,
      Optional<Evaluator> count,
      Optional<RowOrder> ties)
      implements SourcePlan {
    @Override
    public RowSource open(Frame frame) {
      return new Limited(frame);
    }

    /** {@code nodeLimit.c}. */
    private final class Limited implements RowSource {
      private final Frame frame;
      private final Optional<Comparator<Object[]>> tieOrder;
      private RowSource rows;
      private boolean started;
      private long left = Long.MAX_VALUE;
      private Object[] last = END;

      Limited(Frame frame) {
        this.frame = frame;
        this.tieOrder = ties.map(order -> order.in(frame));
      }

      @Override
      public Object[] next() {
        if (!started) {
          start();
        }
        if (left > 0) {
          left--;
          last = rows.next();
          return last;
        }
        return tieOrder.isPresent() ? nextTie(tieOrder.get()) : END;
      }

      private Object[] nextTie(Comparator<Object[]> order) {
        Object[] row = last == END ? END : rows.next();
        last = row == END || order.compare(row, last) != 0 ? END : row;
        return last;
      }

      private void start() {
        started = true;
        long skip = bound(offset, "OFFSET", SqlState.INVALID_ROW_COUNT_IN_RESULT_OFFSET_CLAUSE);
        long most = bound(count, "LIMIT", SqlState.INVALID_ROW_COUNT_IN_LIMIT_CLAUSE);
        if (most >= 0) {
          left = most;
        }
        rows = input(Math.max(skip, 0), most);
        for (long i = 0; left > 0 && i < skip && rows.next() != END; i++) {
          if (i % INTERRUPT_INTERVAL == 0) {
            frame.context.checkForInterrupts();
          }
        }
      }

      /** {@code nodeLimit.c: compute_tuples_needed}. */
      private RowSource input(long skip, long most) {
        boolean bounded = input instanceof Sort && most > 0 && ties.isEmpty();
        return bounded && most <= Integer.MAX_VALUE - skip
            ? ((Sort) input).open(frame, skip + most)
            : input.open(frame);
      }

      /** A count; −1 where there is none, or it is null. */
      private long bound(Optional<Evaluator> evaluator, String word, SqlState state) {
        Object value = evaluator.isEmpty() ? null : evaluator.get().evaluate(frame);
        if (value == null) {
          return -1;
        }
        long bound = (Long) value;
        if (bound < 0) {
          throw ErrorReport.error(state, word + " must not be negative").toException();
        }
        return bound;
      }
    }
  }
}
