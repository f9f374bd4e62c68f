package io.pgdouble.engine.plpgsql;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.SqlState;
import io.pgdouble.facts.MajorChange;
import io.pgdouble.type.RecordValue;
import io.pgdouble.type.RowType;
import io.pgdouble.type.TypeName;
import java.util.ArrayList;
import java.util.List;

/** The rows that a set-returning function has given so far ({@code exec_init_tuple_store}). */
final class ResultSet {
  private final RowType shape;
  private final Kind kind;
  private final int major;
  private final List<Object[]> rows = new ArrayList<>();

  ResultSet(RowType shape, Kind kind, int major) {
    this.major = major;
    this.shape = shape;
    this.kind = kind;
  }

  /** What the function returns a set of. */
  enum Kind {
    SCALARS,
    ROWS
  }

  boolean isScalar() {
    return kind == Kind.SCALARS;
  }

  List<RowType.Field> columns() {
    return shape.fields();
  }

  void add(Object[] row) {
    rows.add(row);
  }

  List<Object[]> rows() {
    return rows;
  }

  /** A row of another shape that has the same types. */
  Object[] converted(RecordValue row, String mismatch) {
    RecordValue live = row.live();
    require(live.type(), mismatch);
    return live.values();
  }

  /** {@code tupconvert.c: build_attrmap_by_position}. */
  void require(RowType given, String mismatch) {
    int columns = Math.min(given.fields().size(), shape.fields().size());
    for (int i = 0; i < columns; i++) {
      requireType(given.fields().get(i), i, mismatch);
    }
    if (given.fields().size() != shape.fields().size()) {
      throw ErrorReport.error(SqlState.DATATYPE_MISMATCH, mismatch)
          .withDetail(
              "Number of returned columns ("
                  + given.fields().size()
                  + ") does not match expected column count ("
                  + shape.fields().size()
                  + ").")
          .toException();
    }
  }

  /** Which column is wrong. */
  static String place(String name, int number, int major) {
    return MajorChange.WRONG_COLUMNS_HAVE_NAMES.isIn(major)
        ? "\"" + name + "\" (position " + number + ")"
        : Integer.toString(number);
  }

  private void requireType(RowType.Field given, int index, String mismatch) {
    RowType.Field wanted = shape.fields().get(index);
    boolean same =
        given.typeOid() == wanted.typeOid()
            && (given.typmod() == wanted.typmod() || wanted.typmod() < 0);
    if (same) {
      return;
    }
    throw ErrorReport.error(SqlState.DATATYPE_MISMATCH, mismatch)
        .withDetail(
            "Returned type "
                + TypeName.format(given.typeOid(), given.typmod())
                + " does not match expected type "
                + TypeName.format(wanted.typeOid(), wanted.typmod())
                + " in column "
                + place(wanted.name(), index + 1, major)
                + ".")
        .toException();
  }
}
