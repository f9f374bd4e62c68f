package io.pgdouble.engine.execution;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Steps that set the row of one range table entry. */
public final class Scans {
  /** Rows between two looks for interrupts. */
  private static final int INTERRUPT_INTERVAL = 64;

  private Scans() {}

  /** Exactly one row of nothing: a query without FROM. */
  public record Single() implements StepPlan {
    @Override
    public Step open(Frame frame) {
      return new Step() {
        private boolean done;

        @Override
        public boolean advance() {
          boolean first = !done;
          done = true;
          return first;
        }
      };
    }

    @Override
    public int[] relations() {
      return new int[0];
    }

    @Override
    public boolean isLight() {
      return true;
    }
  }

  /** The rows of a source, which runs in a frame of its own if it is a query. */
  public record OfSource(int relation, SourcePlan source) implements StepPlan {
    @Override
    public Step open(Frame frame) {
      if (frame.fixed() != null) {
        return fixed(relation, frame);
      }
      RowSource rows = source.open(frame);
      return () -> {
        Object[] row = rows.next();
        if (row == RowSource.END) {
          return false;
        }
        frame.rows[relation] = row;
        return true;
      };
    }

    @Override
    public int[] relations() {
      return new int[] {relation};
    }

    @Override
    public boolean isLight() {
      return source.isLight();
    }
  }

  /** VALUES. */
  public record ValueRows(int relation, Evaluator[][] rows) implements StepPlan {
    @Override
    public Step open(Frame frame) {
      if (frame.fixed() != null) {
        return fixed(relation, frame);
      }
      return new Step() {
        private int next;

        @Override
        public boolean advance() {
          if (next == rows.length) {
            return false;
          }
          if (next % INTERRUPT_INTERVAL == INTERRUPT_INTERVAL - 1) {
            frame.context.checkForInterrupts();
          }
          frame.rows[relation] = Evaluator.all(rows[next++], frame);
          return true;
        }
      };
    }

    @Override
    public int[] relations() {
      return new int[] {relation};
    }

    @Override
    public boolean isLight() {
      return rows.length <= INTERRUPT_INTERVAL;
    }
  }

  /** Rows that match a condition. */
  public record Filter(StepPlan input, Evaluator condition) implements StepPlan {
    @Override
    public Step open(Frame frame) {
      Step rows = input.open(frame);
      return new Step() {
        private int looked;

        @Override
        public boolean advance() {
          while (rows.advance()) {
            if (Boolean.TRUE.equals(condition.evaluate(frame))) {
              return true;
            }
            if (++looked % INTERRUPT_INTERVAL == 0) {
              frame.context.checkForInterrupts();
            }
          }
          return false;
        }
      };
    }

    @Override
    public int[] relations() {
      return input.relations();
    }

    @Override
    public boolean isLight() {
      return input.isLight();
    }
  }

  /** The row that is found instead of all others, if there is one. */
  private static Step fixed(int relation, Frame frame) {
    return new Step() {
      private boolean done;

      @Override
      public boolean advance() {
        boolean first = !done && frame.fixed()[relation] != null;
        done = true;
        frame.rows[relation] = frame.fixed()[relation];
        return first;
      }
    };
  }

  /** All rows once, read again from memory by later runs in the same frame of the outer side. */
  static List<Object[][]> materialize(StepPlan plan, Frame frame) {
    List<Object[][]> rows = new ArrayList<>();
    Step step = plan.open(frame);
    int[] relations = plan.relations();
    while (step.advance()) {
      rows.add(snapshot(frame, relations));
      if (rows.size() % INTERRUPT_INTERVAL == 0) {
        frame.context.checkForInterrupts();
      }
    }
    return rows;
  }

  static Object[][] snapshot(Frame frame, int[] relations) {
    Object[][] rows = new Object[relations.length][];
    for (int i = 0; i < relations.length; i++) {
      rows[i] = frame.rows[relations[i]];
    }
    return rows;
  }

  static void restore(Frame frame, int[] relations, Object[][] rows) {
    for (int i = 0; i < relations.length; i++) {
      frame.rows[relations[i]] = rows[i];
    }
  }

  static void clear(Frame frame, int[] relations) {
    for (int relation : relations) {
      frame.rows[relation] = null;
    }
  }

  /** Rows from an iterator. */
  static RowSource rows(Iterator<Object[]> rows, Frame frame) {
    return new RowSource() {
      private int looked;

      @Override
      public Object[] next() {
        if (++looked % INTERRUPT_INTERVAL == 0) {
          frame.context.checkForInterrupts();
        }
        return rows.hasNext() ? rows.next() : END;
      }
    };
  }
}
