package io.pgdouble.engine.execution;

import java.util.Iterator;
import java.util.List;

/** Sources that compute output rows from where a frame stands. */
public final class Projections {
  private Projections() {}

  /** One output row for each input row. */
  public record Plain(StepPlan input, Evaluator[] columns) implements SourcePlan {
    @Override
    public RowSource open(Frame frame) {
      Step rows = input.open(frame);
      return () -> rows.advance() ? Evaluator.all(columns, frame) : RowSource.END;
    }
  }

  /** Functions that yield sets, in lockstep; a set that ends early yields nulls. */
  public record Sets(StepPlan input, List<SetCall> calls, int slots) implements StepPlan {
    /**
     * One of them.
     *
     * @param slot where its elements go
     */
    public record SetCall(Call function, Evaluator[] arguments, int slot) {}

    @Override
    public int[] relations() {
      return input.relations();
    }

    @Override
    public Step open(Frame frame) {
      return new Lockstep(frame, input.open(frame));
    }

    /** {@code nodeProjectSet.c}. */
    private final class Lockstep implements Step {
      private final Frame frame;
      private final Step rows;
      private Iterator<?>[] sets;

      Lockstep(Frame frame, Step rows) {
        this.frame = frame;
        this.rows = rows;
      }

      @Override
      public boolean advance() {
        while (true) {
          if (sets != null && nextElements()) {
            return true;
          }
          frame.context.checkForInterrupts();
          if (!rows.advance()) {
            return false;
          }
          start();
        }
      }

      private void start() {
        if (frame.slots.length < slots) {
          frame.slots = java.util.Arrays.copyOf(frame.slots, slots);
        }
        sets = new Iterator<?>[calls.size()];
        for (int i = 0; i < sets.length; i++) {
          SetCall call = calls.get(i);
          Object set = call.function().call(frame.context, Evaluator.all(call.arguments(), frame));
          sets[i] = (Iterator<?>) set;
        }
      }

      private boolean nextElements() {
        boolean any = false;
        for (int i = 0; i < sets.length; i++) {
          boolean has = sets[i] != null && sets[i].hasNext();
          frame.slots[calls.get(i).slot()] = has ? sets[i].next() : null;
          any |= has;
        }
        return any;
      }
    }
  }

  /** The first columns of each row: those that are sent. */
  public record Visible(SourcePlan input, int columns) implements SourcePlan {
    @Override
    public RowSource open(Frame frame) {
      RowSource rows = input.open(frame);
      return () -> {
        Object[] row = rows.next();
        return row == RowSource.END ? row : java.util.Arrays.copyOf(row, columns);
      };
    }
  }
}
