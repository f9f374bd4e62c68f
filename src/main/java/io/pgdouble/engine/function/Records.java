package io.pgdouble.engine.function;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.type.RecordValue;
import io.pgdouble.type.TypeName;

/** Comparisons of rows, column by column. Source: {@code rowtypes.c}. */
final class Records {
  private Records() {}

  /** {@code record_cmp}: null is greater than all else and equal to itself. */
  static int compare(RecordValue left, RecordValue right) {
    int columns = Math.min(left.values().length, right.values().length);
    for (int i = 0; i < columns; i++) {
      int order = compareColumn(left, right, i, Purpose.ORDER);
      if (order != 0) {
        return order;
      }
    }
    if (left.values().length != right.values().length) {
      throw differentColumns();
    }
    return 0;
  }

  /** {@code record_eq}. */
  static boolean equal(RecordValue left, RecordValue right) {
    int columns = Math.min(left.values().length, right.values().length);
    for (int i = 0; i < columns; i++) {
      if (compareColumn(left, right, i, Purpose.EQUALITY) != 0) {
        return false;
      }
    }
    if (left.values().length != right.values().length) {
      throw differentColumns();
    }
    return true;
  }

  /** Which operator is missed where a type has none. */
  private enum Purpose {
    EQUALITY,
    ORDER
  }

  private static int compareColumn(
      RecordValue left, RecordValue right, int column, Purpose purpose) {
    int type = left.type().fields().get(column).typeOid();
    int other = right.type().fields().get(column).typeOid();
    if (type == 0 && other == 0) {
      return 0;
    }
    if (type != other) {
      throw new ReportedError(
          SqlState.DATATYPE_MISMATCH,
          "cannot compare dissimilar column types "
              + TypeName.format(type)
              + " and "
              + TypeName.format(other)
              + " at record column "
              + (column + 1));
    }
    Object first = left.values()[column];
    Object second = right.values()[column];
    var order = purpose == Purpose.ORDER ? ValueOrder.order(type) : ValueOrder.equality(type);
    if (first == null || second == null) {
      return Boolean.compare(first == null, second == null);
    }
    return order.compare(first, second);
  }

  private static ReportedError differentColumns() {
    return ErrorReport.error(
            SqlState.DATATYPE_MISMATCH,
            "cannot compare record types with different numbers of columns")
        .toException();
  }
}
