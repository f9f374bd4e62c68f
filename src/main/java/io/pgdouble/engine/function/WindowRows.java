package io.pgdouble.engine.function;

/**
 * What a window function sees ({@code windowapi.h: WindowObject}): the rows of the partition, by
 * position from 0, the current one among them, and the frame around it.
 */
public interface WindowRows {

  /** Position of the current row. */
  long current();

  /** How many rows the partition has. */
  long count();

  /** Whether there is a row at this position. */
  boolean has(long position);

  /** Whether ORDER BY does not tell two rows apart. */
  boolean arePeers(long one, long other);

  /** The value of an argument, counted from 0, computed of another row. */
  Object argument(int index, long position);

  /** Position of the n-th row of the frame, from 0; −1 where there is none. */
  long inFrame(long n);

  /** Position of the last row of the frame; −1 where there is none. */
  long lastInFrame();
}
