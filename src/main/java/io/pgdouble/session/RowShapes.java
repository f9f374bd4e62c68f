package io.pgdouble.session;

import io.pgdouble.engine.expression.OutputColumn;
import java.util.List;

/**
 * The shapes of the results seen last. The engine hands the same list of columns out for the same
 * statement, so identity is enough to know it again.
 */
final class RowShapes {
  private static final int KEPT = 8;

  private final RowShape[] recent = new RowShape[KEPT];
  private int next;

  RowShape of(List<OutputColumn> columns) {
    for (RowShape shape : recent) {
      if (shape != null && shape.columns() == columns) {
        return shape;
      }
    }
    RowShape shape = new RowShape(columns);
    recent[next] = shape;
    next = (next + 1) % KEPT;
    return shape;
  }
}
