package io.pgdouble.engine.execution;

import io.pgdouble.engine.expression.WindowFrame;
import io.pgdouble.engine.function.Accumulator;
import io.pgdouble.engine.function.Aggregate;
import io.pgdouble.engine.function.CallContext;
import io.pgdouble.engine.function.CallSite;

/** An aggregate over the frame of a window ({@code nodeWindowAgg.c: eval_windowaggregates}). */
public record WindowAggregate(Aggregate aggregate, CallSite site, AggregateInput input, int slot)
    implements WindowCall {
  /** Rows between two looks for interrupts. */
  private static final int INTERRUPT_INTERVAL = 1024;

  @Override
  public Results start(WindowBounds bounds) {
    return new Running(bounds);
  }

  /** Goes on from row to row while the frame's head stays, and begins anew where it moves. */
  private final class Running implements Results {
    private final WindowBounds bounds;
    private final WindowPartition partition;
    private Accumulator accumulator;
    private long from;
    private long upTo;

    Running(WindowBounds bounds) {
      this.bounds = bounds;
      this.partition = bounds.partition();
    }

    @Override
    public Object next() {
      boolean moved = accumulator == null || from != bounds.head();
      if (moved || bounds.exclusion() != WindowFrame.Exclusion.NO_OTHERS) {
        accumulator = aggregate.start(new CallContext(site, partition.context()));
        from = bounds.head();
        upTo = from;
      }
      while (partition.has(upTo) && !bounds.isBehind(upTo)) {
        if (bounds.holds(upTo)) {
          add(partition.at(upTo));
        }
        if (++upTo % INTERRUPT_INTERVAL == 0) {
          partition.context().checkForInterrupts();
        }
      }
      return accumulator.result();
    }

    private void add(Frame row) {
      if (input.admits(row)) {
        accumulator.add(input.values(row));
      }
    }
  }
}
