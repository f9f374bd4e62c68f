package io.pgdouble.engine.portal;

import io.pgdouble.engine.expression.OutputColumn;
import java.util.List;

/** Where the rows of a run go ({@code DestReceiver}). */
public interface RowReceiver {

  /** Throws rows away; recognised by identity, because MOVE counts differently from FETCH. */
  RowReceiver NONE =
      new RowReceiver() {
        @Override
        public void start(List<OutputColumn> columns) {}

        @Override
        public void row(Object[] values) {}
      };

  /** A run begins: also one that will give no row. */
  void start(List<OutputColumn> columns);

  /** One row, a value for each column; not changed afterwards. */
  void row(Object[] values);
}
