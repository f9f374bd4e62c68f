package io.pgdouble.engine.execution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The common tables of one run of a query: each is computed when first read, and kept. */
final class CommonTables {
  private final Frame frame;
  private Map<String, Rows> tables = Map.of();

  CommonTables(Frame frame) {
    this.frame = frame;
  }

  /** Makes a table known; nothing is computed yet. */
  void define(String name, CommonTablePlan plan) {
    if (tables.isEmpty()) {
      tables = new HashMap<>();
    }
    tables.put(name, new Rows(plan.open(frame)));
  }

  /** A reader of a table from its first row. */
  RowSource read(String name) {
    return tables.get(name).kept.reader();
  }

  /** For the recursive reference: reads what the last round of recursion found. */
  RowSource readWorking(String name) {
    return tables.get(name).working();
  }

  /** Sets what the recursive reference reads. */
  void setWorking(String name, List<Object[]> rows) {
    tables.get(name).working = rows;
  }

  private static final class Rows {
    private final KeptRows kept;
    private List<Object[]> working = List.of();

    Rows(RowSource source) {
      this.kept = new KeptRows(source);
    }

    RowSource working() {
      List<Object[]> rows = working;
      return new RowSource() {
        private int next;

        @Override
        public Object[] next() {
          return next < rows.size() ? rows.get(next++) : END;
        }
      };
    }
  }
}
