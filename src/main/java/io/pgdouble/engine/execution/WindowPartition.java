package io.pgdouble.engine.execution;

import io.pgdouble.engine.function.ExecutionContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The rows of one partition, read from below as far as they are asked for. */
final class WindowPartition {
  private final Frame frame;
  private final int[] relations;
  private final WindowInput input;
  private final Comparator<Object[]> peers;
  private final List<WindowRow> rows = new ArrayList<>();
  private boolean complete;

  /** A partition that begins with the next row of the input, which there must be. */
  WindowPartition(Frame frame, int[] relations, WindowInput input, RowOrder peers) {
    this.frame = frame;
    this.relations = relations;
    this.input = input;
    this.peers = peers.in(frame);
    rows.add(input.take());
  }

  private void read() {
    if (input.continues(rows.get(0))) {
      rows.add(input.take());
    } else {
      complete = true;
    }
  }

  boolean has(long position) {
    while (!complete && rows.size() <= position) {
      read();
    }
    return position >= 0 && position < rows.size();
  }

  long count() {
    while (!complete) {
      read();
    }
    return rows.size();
  }

  /** How many have been read. */
  long size() {
    return rows.size();
  }

  private WindowRow row(long position) {
    return rows.get((int) position);
  }

  Object key(long position, int key) {
    return row(position).keys()[key];
  }

  /** Whether there is no ORDER BY, or it does not tell the two apart. */
  boolean arePeers(long one, long other) {
    return peers.compare(row(one).keys(), row(other).keys()) == 0;
  }

  /** The frame, put on a row. */
  Frame at(long position) {
    WindowRow row = row(position);
    Scans.restore(frame, relations, row.rows());
    frame.slots = row.slots();
    return frame;
  }

  ExecutionContext context() {
    return frame.context;
  }
}
