package io.pgdouble.engine.plpgsql;

import io.pgdouble.engine.expression.OutputColumn;
import io.pgdouble.engine.portal.RowReceiver;
import java.util.ArrayList;
import java.util.List;

/** Rows that are kept. */
final class CollectedRows implements RowReceiver {
  private final List<Object[]> rows = new ArrayList<>();

  @Override
  public void start(List<OutputColumn> columns) {}

  @Override
  public void row(Object[] values) {
    rows.add(values);
  }

  List<Object[]> rows() {
    return rows;
  }
}
