package io.pgdouble.engine.command;

import io.pgdouble.engine.execution.IncomingRows;
import io.pgdouble.engine.execution.RowSource;
import java.util.Deque;

/** Where the rows of a COPY FROM go: into the query that writes them. */
final class CopyRowTarget {
  private final Deque<Object[]> incoming;
  private final RowSource writing;
  private final CopyFilter filter;
  private long count;

  /**
   * @param incoming what the query reads
   */
  CopyRowTarget(Deque<Object[]> incoming, RowSource writing, CopyFilter filter) {
    this.incoming = incoming;
    this.writing = writing;
    this.filter = filter;
  }

  /** Before the first one. */
  void begin() {
    IncomingRows.begin(incoming);
    writing.next();
  }

  void take(Object[] row) {
    if (!filter.takes(row)) {
      return;
    }
    incoming.add(row);
    if (writing.next() != IncomingRows.NOT_WANTED) {
      count++;
    }
  }

  /** What comes after the last one. */
  void end() {
    writing.next();
  }

  /** How many were written. */
  long count() {
    return count;
  }
}
