package io.pgdouble.engine.portal;

import io.pgdouble.engine.execution.RowSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A position in the rows of a run. One that keeps its rows can go back to them; rows are pulled no
 * earlier than they are asked for.
 */
final class Scan {
  private final Supplier<RowSource> open;
  private final List<Object[]> kept;
  private RowSource source;
  private boolean ended;

  /** 0 before the first row, n on the n-th, one more than there are after the last. */
  private int position;

  private Scan(Supplier<RowSource> open, List<Object[]> kept) {
    this.open = open;
    this.kept = kept;
  }

  static Scan forwardOnly(Supplier<RowSource> open) {
    return new Scan(open, null);
  }

  static Scan scrollable(Supplier<RowSource> open) {
    return new Scan(open, new ArrayList<>());
  }

  /** Over rows that are all there already. */
  static Scan over(List<Object[]> rows) {
    Scan scan = new Scan(null, rows);
    scan.ended = true;
    return scan;
  }

  Object[] forward() {
    if (kept == null) {
      return pull();
    }
    if (position < kept.size()) {
      return kept.get(position++);
    }
    Object[] row = pull();
    position = kept.size() + 1;
    if (row != RowSource.END) {
      kept.add(row);
    }
    return row;
  }

  private Object[] pull() {
    if (ended) {
      return RowSource.END;
    }
    if (source == null) {
      source = open.get();
    }
    Object[] row = source.next();
    if (row == RowSource.END) {
      ended = true;
      source = null;
    }
    return row;
  }

  /** The row before this one; only where rows are kept. */
  Object[] backward() {
    if (position <= 1) {
      position = 0;
      return RowSource.END;
    }
    position--;
    return kept.get(position - 1);
  }

  void rewind() {
    position = 0;
    if (kept == null) {
      source = null;
      ended = false;
    }
  }

  /** Runs to the end without moving, so that nothing is needed any more to go on. */
  Scan held() {
    if (kept == null) {
      List<Object[]> rest = new ArrayList<>();
      for (Object[] row = pull(); row != RowSource.END; row = pull()) {
        rest.add(row);
      }
      return over(rest);
    }
    for (Object[] row = pull(); row != RowSource.END; row = pull()) {
      kept.add(row);
    }
    return this;
  }
}
