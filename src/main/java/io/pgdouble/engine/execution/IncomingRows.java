package io.pgdouble.engine.execution;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Rows that come in while the query runs, through its only parameter. Where there is none at the
 * moment it seems to be at the end, and goes on when there is.
 */
public record IncomingRows(int relation) implements StepPlan {

  /** What rows come through. */
  public static Deque<Object[]> none() {
    return new ArrayDeque<>();
  }

  @Override
  public int[] relations() {
    return new int[] {relation};
  }

  @Override
  public Step open(Frame frame) {
    Deque<?> incoming = (Deque<?>) frame.parameters[0];
    return () -> {
      Object[] row = (Object[]) incoming.poll();
      frame.rows[relation] = row;
      return row != null;
    };
  }
}
