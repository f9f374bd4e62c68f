package io.pgdouble.message;

import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/**
 * A row, or the key of one, inside a message of logical replication.
 *
 * <p>Manual: {@code protocol-logicalrep-message-formats § TupleData}.
 *
 * @param kind {@code N} a new row, {@code O} an old row, {@code K} the key of an old row
 * @param columns in the order of the relation's
 */
public record LogicalTuple(char kind, List<Column> columns) {
  /** A new row. */
  public static final char NEW = 'N';

  /** An old row, where the table's replica identity is FULL. */
  public static final char OLD = 'O';

  /** The key of an old row. */
  public static final char KEY = 'K';

  public LogicalTuple {
    columns = List.copyOf(columns);
  }

  /**
   * One value.
   *
   * @param kind {@code n} NULL, {@code u} unchanged and kept out of line, hence not sent, {@code t}
   *     text, {@code b} binary
   * @param value null for the first two
   */
  public record Column(char kind, byte[] value) {
    private static final char NULL = 'n';
    private static final char UNCHANGED = 'u';
    private static final char TEXT = 't';
    private static final char BINARY = 'b';

    static Column read(BodyReader in) {
      char kind = (char) in.byte1();
      return switch (kind) {
        case NULL, UNCHANGED -> new Column(kind, null);
        case TEXT, BINARY -> new Column(kind, in.bytes(in.int32()));
        default -> throw unexpected("unrecognized data representation type '" + kind + "'");
      };
    }

    void write(BodyWriter out) {
      out.byte1(kind);
      if (value != null) {
        out.counted(value);
      }
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Column that
          && kind == that.kind
          && java.util.Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
      return 31 * kind + java.util.Arrays.hashCode(value);
    }
  }

  /** {@code proto.c: logicalrep_read_insert}. */
  static LogicalTuple readNew(BodyReader in) {
    char kind = (char) in.byte1();
    if (kind != NEW) {
      throw unexpected("expected new tuple but got " + (int) kind);
    }
    return read(kind, in);
  }

  /** {@code proto.c: logicalrep_read_delete}. */
  static LogicalTuple readOld(BodyReader in) {
    char kind = (char) in.byte1();
    if (kind != OLD && kind != KEY) {
      throw unexpected("expected action 'O' or 'K', got " + kind);
    }
    return read(kind, in);
  }

  /**
   * {@code proto.c: logicalrep_read_update}: the old row or its key if need be, then the new row.
   */
  static List<LogicalTuple> readOldAndNew(BodyReader in) {
    List<LogicalTuple> tuples = new ArrayList<>(2);
    char kind = (char) in.byte1();
    if (kind == OLD || kind == KEY) {
      tuples.add(read(kind, in));
      kind = (char) in.byte1();
    } else if (kind != NEW) {
      throw unexpected("expected action 'N', 'O' or 'K', got " + kind);
    }
    if (kind != NEW) {
      throw unexpected("expected action 'N', got " + kind);
    }
    tuples.add(read(kind, in));
    return tuples;
  }

  private static LogicalTuple read(char kind, BodyReader in) {
    int count = in.count(1);
    List<Column> columns = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      columns.add(Column.read(in));
    }
    return new LogicalTuple(kind, columns);
  }

  void write(BodyWriter out) {
    out.byte1(kind);
    out.int16(columns.size());
    columns.forEach(column -> column.write(out));
  }

  private static ReportedError unexpected(String message) {
    return new ReportedError(SqlState.INTERNAL_ERROR, message);
  }
}
