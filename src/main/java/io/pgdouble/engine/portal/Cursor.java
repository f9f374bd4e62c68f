package io.pgdouble.engine.portal;

import io.pgdouble.engine.execution.RowSource;
import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.engine.tree.FetchDirection;
import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.List;

/**
 * Moves through the rows of a portal. Source: {@code pquery.c: PortalRunSelect, DoPortalRunFetch,
 * DoPortalRewind}, whose fields and cases these are.
 */
final class Cursor {
  /** {@code FETCH_ALL}. */
  static final long ALL = Long.MAX_VALUE;

  private final List<OutputColumn> columns;
  private final Scrolling scrolling;
  private final PortalHost host;
  private Scan scan;
  private boolean atStart = true;
  private boolean atEnd;
  private long position;

  Cursor(List<OutputColumn> columns, Scan scan, Scrolling scrolling, PortalHost host) {
    this.columns = columns;
    this.scan = scan;
    this.scrolling = scrolling;
    this.host = host;
  }

  /** Whether rows may be asked for again. */
  enum Scrolling {
    FORBIDDEN,
    /** Only from the first on. */
    FROM_THE_START,
    ALLOWED
  }

  boolean atStart() {
    return atStart;
  }

  boolean atEnd() {
    return atEnd;
  }

  void hold() {
    scan = scan.held();
  }

  /** {@code PortalRunSelect}, forward. */
  long forward(long count, RowReceiver receiver) {
    receiver.start(columns);
    if (atEnd || count <= 0) {
      return 0;
    }
    long seen = 0;
    while (seen < count) {
      Object[] row = scan.forward();
      if (row == RowSource.END) {
        break;
      }
      receiver.row(row);
      seen++;
      host.checkForInterrupts();
    }
    if (seen > 0) {
      atStart = false;
    }
    if (seen < count) {
      atEnd = true;
    }
    position += seen;
    return seen;
  }

  /** {@code PortalRunSelect}, backward. */
  long backward(long count, RowReceiver receiver) {
    if (scrolling != Scrolling.ALLOWED) {
      throw onlyForward();
    }
    receiver.start(columns);
    if (atStart || count <= 0) {
      return 0;
    }
    long seen = 0;
    while (seen < count) {
      Object[] row = scan.backward();
      if (row == RowSource.END) {
        break;
      }
      receiver.row(row);
      seen++;
      host.checkForInterrupts();
    }
    movedBack(seen, count);
    return seen;
  }

  private void movedBack(long seen, long count) {
    if (seen > 0 && atEnd) {
      atEnd = false;
      position++;
    }
    if (seen < count) {
      atStart = true;
      position = 0;
    } else {
      position -= seen;
    }
  }

  /** {@code DoPortalRunFetch}. */
  long fetch(FetchDirection direction, long count, RowReceiver receiver) {
    return switch (direction) {
      case FORWARD -> count < 0 ? fetchBackward(-count, receiver) : fetchForward(count, receiver);
      case BACKWARD -> count < 0 ? fetchForward(-count, receiver) : fetchBackward(count, receiver);
      case ABSOLUTE -> fetchAbsolute(count, receiver);
      case RELATIVE -> fetchRelative(count, receiver);
    };
  }

  private long fetchForward(long count, RowReceiver receiver) {
    return count == 0 ? fetchCurrent(receiver, Way.FORWARD) : forward(count, receiver);
  }

  private long fetchBackward(long count, RowReceiver receiver) {
    if (count == 0) {
      return fetchCurrent(receiver, Way.BACKWARD);
    }
    if (count == ALL && receiver == RowReceiver.NONE) {
      long passed = position > 0 && !atEnd ? position - 1 : position;
      rewind();
      return passed;
    }
    return backward(count, receiver);
  }

  private enum Way {
    FORWARD,
    BACKWARD
  }

  /** A count of zero fetches the current row again, if there is one. */
  private long fetchCurrent(RowReceiver receiver, Way way) {
    boolean onRow = !atStart && !atEnd;
    if (receiver == RowReceiver.NONE) {
      return onRow ? 1 : 0;
    }
    if (onRow) {
      backward(1, RowReceiver.NONE);
      return forward(1, receiver);
    }
    return way == Way.FORWARD ? forward(0, receiver) : backward(0, receiver);
  }

  private long fetchAbsolute(long count, RowReceiver receiver) {
    if (count > 0) {
      goBefore(count);
      return forward(1, receiver);
    }
    if (count < 0) {
      forward(ALL, RowReceiver.NONE);
      if (count < -1) {
        backward(-count - 1, RowReceiver.NONE);
      }
      return backward(1, receiver);
    }
    rewind();
    return forward(0, receiver);
  }

  /** Stands just before the row of that number, by the shorter way. */
  private void goBefore(long count) {
    if (count - 1 <= position / 2) {
      rewind();
      if (count > 1) {
        forward(count - 1, RowReceiver.NONE);
      }
      return;
    }
    long from = atEnd ? position + 1 : position;
    if (count <= from) {
      backward(from - count + 1, RowReceiver.NONE);
    } else if (count > from + 1) {
      forward(count - from - 1, RowReceiver.NONE);
    }
  }

  private long fetchRelative(long count, RowReceiver receiver) {
    if (count > 0) {
      if (count > 1) {
        forward(count - 1, RowReceiver.NONE);
      }
      return forward(1, receiver);
    }
    if (count < 0) {
      if (count < -1) {
        backward(-count - 1, RowReceiver.NONE);
      }
      return backward(1, receiver);
    }
    return fetchCurrent(receiver, Way.FORWARD);
  }

  private void rewind() {
    if (atStart && !atEnd) {
      return;
    }
    if (scrolling == Scrolling.FORBIDDEN) {
      throw onlyForward();
    }
    scan.rewind();
    atStart = true;
    atEnd = false;
    position = 0;
  }

  private static ReportedError onlyForward() {
    return ErrorReport.error(
            SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, "cursor can only scan forward")
        .withHint("Declare it with SCROLL option to enable backward scan.")
        .toException();
  }
}
