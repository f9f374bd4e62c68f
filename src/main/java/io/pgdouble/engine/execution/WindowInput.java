package io.pgdouble.engine.execution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** The rows below a window in its order, one ahead. */
final class WindowInput {
  /** Rows between two looks for interrupts. */
  private static final int INTERRUPT_INTERVAL = 64;

  private final Frame frame;
  private final Step step;
  private final int[] relations;
  private final WindowKeys keys;
  private final Comparator<Object[]> partition;
  private Iterator<WindowRow> sorted;
  private WindowRow next;
  private boolean ended;
  private int looked;

  WindowInput(Frame frame, Windows plan) {
    this.frame = frame;
    this.step = plan.input().open(frame);
    this.relations = plan.relations();
    this.keys = plan.keys();
    this.partition = keys.partition().in(frame);
  }

  boolean hasNext() {
    if (next == null && !ended) {
      next = keys.sort().isPresent() ? nextSorted(keys.sort().get()) : read();
      ended = next == null;
    }
    return !ended;
  }

  /** Whether the next row is of the same partition as this one. */
  boolean continues(WindowRow row) {
    return hasNext() && partition.compare(row.keys(), next.keys()) == 0;
  }

  WindowRow take() {
    if (!hasNext()) {
      throw new IllegalStateException("there are no more rows");
    }
    WindowRow taken = next;
    next = null;
    return taken;
  }

  private WindowRow nextSorted(RowOrder order) {
    if (sorted == null) {
      List<WindowRow> all = new ArrayList<>();
      for (WindowRow row = read(); row != null; row = read()) {
        all.add(row);
      }
      Comparator<Object[]> by = order.in(frame);
      TupleSort.sort(all, (one, other) -> by.compare(one.keys(), other.keys()));
      sorted = all.iterator();
    }
    return sorted.hasNext() ? sorted.next() : null;
  }

  /** Null at the end. */
  private WindowRow read() {
    if (++looked % INTERRUPT_INTERVAL == 0) {
      frame.context.checkForInterrupts();
    }
    return step.advance()
        ? new WindowRow(
            Scans.snapshot(frame, relations), frame.slots, Evaluator.all(keys.values(), frame))
        : null;
  }
}
