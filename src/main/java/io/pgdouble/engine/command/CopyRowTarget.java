package io.pgdouble.engine.command;

import io.pgdouble.engine.execution.IncomingRows;
import io.pgdouble.engine.execution.RowSource;
import io.pgdouble.error.ErrorReport;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Where the rows of a COPY FROM go: into the query that writes them, which may keep some of them to
 * write them together ({@code copyfrom.c: CopyMultiInsertInfo}).
 */
final class CopyRowTarget {
  /** {@code MAX_BUFFERED_TUPLES}. */
  private static final int MOST_KEPT = 1000;

  /** {@code MAX_BUFFERED_BYTES}. */
  private static final int MOST_KEPT_BYTES = 65_535;

  private final Deque<Object[]> incoming;
  private final RowSource writing;
  private final CopyFilter filter;
  private final Mode mode;

  /** The lines of the rows that are kept. */
  private final Deque<Long> kept = new ArrayDeque<>();

  private int keptBytes;
  private long count;

  /** {@code CopyInsertMethod}. */
  enum Mode {
    SINGLE,
    MULTI
  }

  /**
   * @param incoming what the query reads
   */
  CopyRowTarget(Deque<Object[]> incoming, RowSource writing, CopyFilter filter, Mode mode) {
    this.incoming = incoming;
    this.writing = writing;
    this.filter = filter;
    this.mode = mode;
  }

  /** Before the first one. */
  void begin() {
    IncomingRows.begin(incoming);
    writing.next();
    if (mode == Mode.MULTI) {
      IncomingRows.gather(incoming);
      writing.next();
    }
  }

  /**
   * A row.
   *
   * @param line where it stands
   * @param bytes of that line
   */
  void take(Object[] row, long line, int bytes) {
    if (!filter.takes(row)) {
      return;
    }
    incoming.add(row);
    if (writing.next() == IncomingRows.NOT_WANTED) {
      return;
    }
    count++;
    if (mode == Mode.MULTI) {
      kept.add(line);
      keptBytes += bytes;
    }
  }

  /** Whether no row is kept. */
  boolean isEmpty() {
    return kept.isEmpty();
  }

  /** Writes the rows that are kept, if they are many. */
  void flushIfFull(CopyRows rows) {
    if (kept.size() >= MOST_KEPT || keptBytes >= MOST_KEPT_BYTES) {
      flush(rows);
    }
  }

  /** {@code CopyMultiInsertBufferFlush}: what is said names the line of each row. */
  void flush(CopyRows rows) {
    while (!kept.isEmpty()) {
      long line = kept.remove();
      rows.context().routines().within(report -> at(rows, report, line), this::writeFirst);
    }
    keptBytes = 0;
  }

  private static ErrorReport at(CopyRows rows, ErrorReport report, long line) {
    return report.inContext(rows.where(line));
  }

  private Object[] writeFirst() {
    IncomingRows.write(incoming);
    return writing.next();
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
