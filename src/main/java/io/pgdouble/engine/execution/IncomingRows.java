package io.pgdouble.engine.execution;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Rows that come in while the query runs, through its only parameter. Where there is none at the
 * moment it seems to be at the end, and goes on when there is.
 */
public record IncomingRows(int relation) implements StepPlan {
  /** What comes of a row that a trigger does not want. */
  public static final Object[] NOT_WANTED = {};

  /** What rows come through. */
  public static Deque<Object[]> none() {
    return new ArrayDeque<>();
  }

  /** Comes before the first row, for what is done before there is one. */
  private static final Object[] BEGIN = {};

  /** What rows come through, once it is known that there will be any. */
  public static void begin(Deque<Object[]> incoming) {
    incoming.add(BEGIN);
  }

  /** Whether there is no row yet. */
  boolean isBeginning(Frame frame) {
    Deque<?> incoming = (Deque<?>) frame.parameters[0];
    boolean beginning = incoming.peek() == BEGIN;
    if (beginning) {
      incoming.remove();
    }
    return beginning;
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
