package io.pgdouble.trace;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * A count, and that many groups of columns.
 *
 * @param bits width of the count: 16 or 32
 * @param group the columns of one element
 */
record ListColumn(int bits, List<Column> group) implements Column {

  static ListColumn of(Column... group) {
    return new ListColumn(16, List.of(group));
  }

  static ListColumn ofLong(Column... group) {
    return new ListColumn(32, List.of(group));
  }

  @Override
  public void print(BodyCursor body, ColumnWriter out) {
    int count = bits == 16 ? body.int16() : body.int32();
    out.add(String.valueOf(count));
    for (int i = 0; i < count; i++) {
      group.forEach(column -> column.print(body, out));
    }
  }

  /** The count may be a lie: as many groups are read as there are columns left for. */
  @Override
  public void scan(ColumnReader in, ByteArrayOutputStream body) {
    long count = in.integer();
    Column.writeInt(body, bits, count);
    for (long i = 0; i < count && !in.atEnd(); i++) {
      group.forEach(column -> column.scan(in, body));
    }
  }
}
