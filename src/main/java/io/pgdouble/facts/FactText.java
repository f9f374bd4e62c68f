package io.pgdouble.facts;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A table as it was learned: its text, where each row begins, and indexes. Never changes. */
final class FactText {
  private final FactColumns columns;
  private final String text;

  /** Where each row begins, and at last where the text ends. */
  private final int[] starts;

  private final Map<String, Map<String, int[]>> indexes = new ConcurrentHashMap<>();

  private FactText(FactColumns columns, String text, int[] starts) {
    this.columns = columns;
    this.text = text;
    this.starts = starts;
  }

  /** Reads COPY's text form, whose first line names the columns and whose every line is ended. */
  static FactText parse(String name, String text) {
    int headerEnd = text.indexOf('\n');
    List<String> names = List.of(text.substring(0, headerEnd).split("\t"));
    int[] starts = new int[1024];
    int size = 0;
    int at = headerEnd + 1;
    while (at < text.length()) {
      starts = size + 1 < starts.length ? starts : Arrays.copyOf(starts, starts.length * 2);
      starts[size++] = at;
      at = text.indexOf('\n', at) + 1;
    }
    starts[size] = at;
    FactColumns columns = new FactColumns(name, names, AddedColumns.of(name));
    return new FactText(columns, text, Arrays.copyOf(starts, size + 1));
  }

  FactColumns columns() {
    return columns;
  }

  String text() {
    return text;
  }

  int size() {
    return starts.length - 1;
  }

  FactRow row(int index) {
    return new FactRow(columns, text, starts[index], starts[index + 1] - 1);
  }

  /** A row with every column, those that were not learned included. */
  String line(int index) {
    StringBuilder line = new StringBuilder(text.substring(starts[index], starts[index + 1] - 1));
    for (int i = columns.learned(); i < columns.size(); i++) {
      line.append('\t').append(FactTable.written(columns.otherwise(i)));
    }
    return line.toString();
  }

  /** Where the rows stand that have a value in a column; null where there is none. */
  int[] places(String column, String value) {
    return indexes.computeIfAbsent(column, this::index).get(value);
  }

  private Map<String, int[]> index(String column) {
    return Places.of(size(), place -> row(place).find(column));
  }

  /** The first column of a row; quicker than making the row. */
  String key(int index) {
    int start = starts[index];
    int tab = text.indexOf('\t', start);
    int end = starts[index + 1] - 1;
    return text.substring(start, tab < 0 || tab > end ? end : tab);
  }

  /** Where the row is whose first column is this OID, in a table sorted by it; below 0: nowhere. */
  int place(long oid) {
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long found = number(starts[middle]);
      if (found == oid) {
        return middle;
      }
      low = found < oid ? middle + 1 : low;
      high = found < oid ? high : middle - 1;
    }
    return -1;
  }

  private long number(int at) {
    long number = 0;
    for (int i = at; Character.isDigit(text.charAt(i)); i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }
}
