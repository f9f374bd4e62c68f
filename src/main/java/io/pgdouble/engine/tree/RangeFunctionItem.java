package io.pgdouble.engine.tree;

import java.util.List;

/** One function of a RangeFunction. */
public record RangeFunctionItem(Expr function, List<ColumnDef> coldeflist) implements Clause {
  @Override
  public int location() {
    return UNKNOWN_LOCATION;
  }
}
