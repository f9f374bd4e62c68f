package io.pgdouble.facts;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A table of facts. The file's text is kept as it is; a row is cut out of it when asked for, so a
 * table of thousands of rows costs little until its rows are used. Immutable.
 */
public final class FactTable {
  private final String name;
  private final String text;
  private final List<String> columns;
  private final Map<String, Integer> positions;

  /** Where each row begins, and at last where the text ends. */
  private final int[] starts;

  private FactTable(String name, String text, List<String> columns, int[] starts) {
    this.name = name;
    this.text = text;
    this.columns = columns;
    this.starts = starts;
    this.positions = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      positions.put(columns.get(i), i);
    }
  }

  /** Reads COPY's text form, whose first line names the columns and whose every line is ended. */
  static FactTable parse(String name, String text) {
    int headerEnd = text.indexOf('\n');
    List<String> columns = List.of(text.substring(0, headerEnd).split("\t"));
    int[] starts = new int[1024];
    int size = 0;
    int at = headerEnd + 1;
    while (at < text.length()) {
      starts = size + 1 < starts.length ? starts : Arrays.copyOf(starts, starts.length * 2);
      starts[size++] = at;
      at = text.indexOf('\n', at) + 1;
    }
    starts[size] = at;
    return new FactTable(name, text, columns, Arrays.copyOf(starts, size + 1));
  }

  /**
   * This table with other text.
   *
   * @param change from lines to lines, the first of which names the columns
   */
  public FactTable changed(UnaryOperator<String> change) {
    return parse(name, change.apply(text));
  }

  /** A table that nobody learned, without rows. */
  public static FactTable empty(String name, List<String> columns) {
    return parse(name, String.join("\t", columns) + "\n");
  }

  /**
   * This table with one value changed.
   *
   * @param key the row's first columns
   * @throws IllegalArgumentException if there is no such row
   */
  public FactTable updated(String key, String column, Optional<String> value) {
    int at = position(column);
    int row = find(key).orElseThrow(() -> missing(key));
    String[] fields = text.substring(starts[row], starts[row + 1] - 1).split("\t", -1);
    fields[at] = written(value);
    return replaced(row, row + 1, String.join("\t", fields) + "\n");
  }

  /**
   * This table with one row more, among which a table that is sorted by OID still is.
   *
   * @param values by columns; those that are not named are null
   */
  public FactTable withRow(Map<String, String> values) {
    List<String> fields = new ArrayList<>();
    for (String column : columns) {
      fields.add(written(Optional.ofNullable(values.get(column))));
    }
    long number = Long.parseLong(fields.get(0));
    int row = size();
    while (row > 0 && firstNumber(starts[row - 1]) > number) {
      row--;
    }
    return replaced(row, row, String.join("\t", fields) + "\n");
  }

  /**
   * This table without one row.
   *
   * @param key the row's first columns
   * @throws IllegalArgumentException if there is no such row
   */
  public FactTable without(String key) {
    int row = find(key).orElseThrow(() -> missing(key));
    return replaced(row, row + 1, "");
  }

  /** Whether there is a row that begins with these columns. */
  public boolean has(String key) {
    return find(key).isPresent();
  }

  private Optional<Integer> find(String key) {
    for (int i = 0; i < size(); i++) {
      if (text.startsWith(key + "\t", starts[i])) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private IllegalArgumentException missing(String key) {
    return new IllegalArgumentException(name + " has no row " + key);
  }

  private FactTable replaced(int from, int to, String lines) {
    return parse(name, text.substring(0, starts[from]) + lines + text.substring(starts[to]));
  }

  /** As COPY writes it. */
  public static String written(Optional<String> value) {
    return value
        .map(v -> v.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n"))
        .map(v -> v.replace("\r", "\\r"))
        .orElse("\\N");
  }

  public String name() {
    return name;
  }

  /** The whole table, in its text form. */
  public String text() {
    return text;
  }

  /** The columns' names in the file's order. */
  public List<String> columns() {
    return columns;
  }

  public int size() {
    return starts.length - 1;
  }

  /**
   * A row in the file's order.
   *
   * @param index from 0 to {@link #size()} exclusive
   */
  public FactRow row(int index) {
    return new FactRow(this, text, starts[index], starts[index + 1] - 1);
  }

  /**
   * The first column of a row, which is never null and never needs unescaping; quicker than making
   * the row.
   *
   * @param index from 0 to {@link #size()} exclusive
   */
  public String key(int index) {
    int start = starts[index];
    int tab = text.indexOf('\t', start);
    int end = starts[index + 1] - 1;
    return text.substring(start, tab < 0 || tab > end ? end : tab);
  }

  /** Every row in the file's order, each made when it is fetched. */
  public List<FactRow> rows() {
    return new AbstractList<>() {
      @Override
      public FactRow get(int index) {
        return row(index);
      }

      @Override
      public int size() {
        return FactTable.this.size();
      }
    };
  }

  /**
   * The row whose first column is this OID, in a table sorted by it (all {@code pg_} tables that
   * begin with an {@code oid} column and say so in their query).
   */
  public Optional<FactRow> byOid(long oid) {
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long found = firstNumber(starts[middle]);
      if (found == oid) {
        return Optional.of(row(middle));
      }
      low = found < oid ? middle + 1 : low;
      high = found < oid ? high : middle - 1;
    }
    return Optional.empty();
  }

  private long firstNumber(int at) {
    long number = 0;
    for (int i = at; Character.isDigit(text.charAt(i)); i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }

  /** Where a column stands, from 0. */
  int position(String column) {
    Integer position = positions.get(column);
    if (position == null) {
      throw new IllegalArgumentException(name + " has no column " + column + ": " + columns);
    }
    return position;
  }
}
