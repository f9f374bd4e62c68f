package io.pgdouble.engine.catalog;

import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.FactTable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A table of facts by the value of one column. Entries are made when asked for, and kept.
 *
 * @param <T> what a row becomes
 */
final class FactIndex<T> {
  private final FactTable table;
  private final String column;
  private final Function<FactRow, T> reader;
  private final Map<String, List<T>> entries = new ConcurrentHashMap<>();

  FactIndex(FactTable table, String column, Function<FactRow, T> reader) {
    this.table = table;
    this.column = column;
    this.reader = reader;
  }

  /** The entries of a key, in the table's order; none if there is no such key. */
  List<T> get(String key) {
    List<T> known = entries.get(key);
    return known != null ? known : find(key);
  }

  private List<T> find(String key) {
    List<T> made = table.where(column, key).stream().map(reader).toList();
    if (made.isEmpty()) {
      return made;
    }
    List<T> earlier = entries.putIfAbsent(key, made);
    return earlier != null ? earlier : made;
  }
}
