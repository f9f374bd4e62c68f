package io.pgdouble.engine.execution;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Rows that come in while the query runs, through its only parameter, to be written ({@link
 * IncomingWriting}). Where there is none at the moment it seems to be at the end, and goes on when
 * there is.
 */
public record IncomingRows(int relation) implements StepPlan {
  /** What comes of a row that a trigger does not want. */
  public static final Object[] NOT_WANTED = {};

  /** Comes before the first row, for what is done before there is one. */
  static final Object[] BEGIN = {};

  /** Comes before the first row, where rows are to be kept until they are asked for. */
  static final Object[] GATHER = {};

  /** Comes where the first of the rows that are kept is to be written. */
  static final Object[] WRITE = {};

  /** What rows come through. */
  public static Deque<Object[]> none() {
    return new ArrayDeque<>();
  }

  /** What rows come through, once it is known that there will be any. */
  public static void begin(Deque<Object[]> incoming) {
    incoming.add(BEGIN);
  }

  /** From now on rows are looked at when they come, and written when they are asked for. */
  public static void gather(Deque<Object[]> incoming) {
    incoming.add(GATHER);
  }

  /** The first row that is kept is asked for. */
  public static void write(Deque<Object[]> incoming) {
    incoming.add(WRITE);
  }

  @SuppressWarnings("unchecked")
  Deque<Object[]> of(Frame frame) {
    return (Deque<Object[]>) frame.parameters[0];
  }

  @Override
  public int[] relations() {
    return new int[] {relation};
  }

  @Override
  public Step open(Frame frame) {
    throw new IllegalStateException("rows that come in are only written");
  }
}
