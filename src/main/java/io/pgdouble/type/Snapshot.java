package io.pgdouble.type;

import java.util.List;

/**
 * A {@code pg_snapshot}: which transactions had ended at some moment.
 *
 * @param running those between {@code xmin} and {@code xmax} that had not, in order
 */
public record Snapshot(long xmin, long xmax, List<Long> running) {
  public Snapshot {
    running = List.copyOf(running);
  }

  /** {@code is_visible_fxid}. */
  public boolean shows(long transaction) {
    boolean before = Long.compareUnsigned(transaction, xmin) < 0;
    boolean behind = Long.compareUnsigned(transaction, xmax) >= 0;
    return before || !behind && !running.contains(transaction);
  }
}
