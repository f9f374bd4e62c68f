package io.pgdouble.facts;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A table of facts: what was learned, which all versions of the table share, with what was changed
 * and added since. A row is cut out of its text when asked for, so a table of thousands of rows
 * costs little until its rows are used. Immutable.
 */
public final class FactTable {
  private static final int NOWHERE = -1;

  private final FactText learned;
  private final FactOverlay overlay;

  private FactTable(FactText learned, FactOverlay overlay) {
    this.learned = learned;
    this.overlay = overlay;
  }

  /** Reads COPY's text form, whose first line names the columns and whose every line is ended. */
  static FactTable parse(String name, String text) {
    FactText learned = FactText.parse(name, text);
    return new FactTable(learned, FactOverlay.none(learned));
  }

  /**
   * This table with other text.
   *
   * @param change from lines to lines, the first of which names the columns
   */
  public FactTable changed(UnaryOperator<String> change) {
    return parse(name(), change.apply(text()));
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
    int at = learned.columns().position(column);
    int place = require(key);
    String[] fields = overlay.line(place).split("\t", -1);
    fields[at] = written(value);
    return new FactTable(learned, overlay.with(place, String.join("\t", fields)));
  }

  /**
   * This table with one row more, behind all others.
   *
   * @param values by columns; those that are not named are null
   */
  public FactTable withRow(Map<String, String> values) {
    List<String> fields = new ArrayList<>();
    for (String column : columns()) {
      fields.add(written(Optional.ofNullable(values.get(column))));
    }
    return new FactTable(learned, overlay.with(String.join("\t", fields)));
  }

  /**
   * This table without one row.
   *
   * @param key the row's first columns
   * @throws IllegalArgumentException if there is no such row
   */
  public FactTable without(String key) {
    return new FactTable(learned, overlay.without(require(key)));
  }

  /** Whether there is a row that begins with these columns. */
  public boolean has(String key) {
    return find(key) != NOWHERE;
  }

  private int require(String key) {
    int place = find(key);
    if (place == NOWHERE) {
      throw new IllegalArgumentException(name() + " has no row " + key);
    }
    return place;
  }

  /** The last, since what changes is most often what was added. */
  private int find(String key) {
    int tab = key.indexOf('\t');
    String first = tab < 0 ? key : key.substring(0, tab);
    List<Integer> places = overlay.places(columns().get(0), first);
    for (int i = places.size() - 1; i >= 0; i--) {
      if (begins(overlay.line(places.get(i)), key)) {
        return places.get(i);
      }
    }
    return NOWHERE;
  }

  private static boolean begins(String line, String key) {
    return line.startsWith(key)
        && (line.length() == key.length() || line.charAt(key.length()) == '\t');
  }

  /** As COPY writes it. */
  public static String written(Optional<String> value) {
    return value
        .map(v -> v.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n"))
        .map(v -> v.replace("\r", "\\r"))
        .orElse("\\N");
  }

  public String name() {
    return learned.columns().table();
  }

  /** The whole table, in its text form. */
  public String text() {
    if (overlay.isEmpty() && learned.columns().learned() == learned.columns().size()) {
      return learned.text();
    }
    StringBuilder text = new StringBuilder(String.join("\t", columns())).append('\n');
    for (int i = 0; i < size(); i++) {
      text.append(overlay.line(overlay.place(i))).append('\n');
    }
    return text.toString();
  }

  /** What was changed since the table was learned; read by {@link #withChanges}. */
  public List<String> changes() {
    return overlay.changes();
  }

  /** The table as it was learned, with changes that {@link #changes} told. */
  public FactTable withChanges(List<String> changes) {
    return new FactTable(learned, FactOverlay.of(learned, changes));
  }

  /** The columns' names in the file's order. */
  public List<String> columns() {
    return learned.columns().names();
  }

  public int size() {
    return overlay.size();
  }

  /**
   * A row in the table's order.
   *
   * @param index from 0 to {@link #size()} exclusive
   */
  public FactRow row(int index) {
    return overlay.row(overlay.place(index));
  }

  /**
   * The first column of a row, which is never null and never needs unescaping; quicker than making
   * the row.
   *
   * @param index from 0 to {@link #size()} exclusive
   */
  public String key(int index) {
    return overlay.key(overlay.place(index));
  }

  /** Every row in the table's order, each made when it is fetched. */
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

  /** The rows that have a value in a column, in the table's order. */
  public List<FactRow> where(String column, String value) {
    List<Integer> places = overlay.places(column, value);
    List<FactRow> rows = new ArrayList<>(places.size());
    for (int place : places) {
      rows.add(overlay.row(place));
    }
    return rows;
  }

  /**
   * The row whose first column is this OID, in a table that was learned sorted by it (all {@code
   * pg_} tables that begin with an {@code oid} column and say so in their query).
   */
  public Optional<FactRow> byOid(long oid) {
    int place = learned.place(oid);
    if (place >= 0 && overlay.has(place)) {
      return Optional.of(overlay.row(place));
    }
    List<Integer> places =
        overlay.isEmpty() ? List.of() : overlay.added(columns().get(0), Long.toString(oid));
    return places.isEmpty() ? Optional.empty() : Optional.of(overlay.row(places.get(0)));
  }
}
