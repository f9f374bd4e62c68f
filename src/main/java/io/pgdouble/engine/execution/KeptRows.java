package io.pgdouble.engine.execution;

import java.util.ArrayList;
import java.util.List;

/** Rows that are computed once, as far as they are asked for, and read again from memory. */
final class KeptRows {
  private final RowSource source;
  private final List<Object[]> read = new ArrayList<>();

  KeptRows(RowSource source) {
    this.source = source;
  }

  /** A reader from the first row. */
  RowSource reader() {
    return new RowSource() {
      private int next;

      @Override
      public Object[] next() {
        return get(next++);
      }
    };
  }

  private Object[] get(int index) {
    while (index >= read.size()) {
      Object[] row = source.next();
      if (row == RowSource.END) {
        return row;
      }
      read.add(row);
    }
    return read.get(index);
  }
}
