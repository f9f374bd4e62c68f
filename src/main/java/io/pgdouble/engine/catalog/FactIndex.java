package io.pgdouble.engine.catalog;

import io.pgdouble.facts.FactRow;
import io.pgdouble.facts.FactTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A table of facts by the value of one column. The rows' places are found when the index is made;
 * entries are made when asked for, and kept.
 *
 * @param <T> what a row becomes
 */
final class FactIndex<T> {
  private static final int[] NOWHERE = {};

  private final FactTable table;
  private final Function<FactRow, T> reader;
  private final Map<String, int[]> places = new HashMap<>();
  private final Map<String, List<T>> entries = new ConcurrentHashMap<>();

  FactIndex(FactTable table, String column, Function<FactRow, T> reader) {
    this.table = table;
    this.reader = reader;
    for (int i = 0; i < table.size(); i++) {
      int place = i;
      places.merge(table.row(i).text(column), new int[] {place}, FactIndex::joined);
    }
  }

  private static int[] joined(int[] some, int[] more) {
    int[] all = java.util.Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  /** The entries of a key, in the table's order; none if there is no such key. */
  List<T> get(String key) {
    List<T> known = entries.get(key);
    return known != null ? known : find(key);
  }

  private List<T> find(String key) {
    int[] found = places.getOrDefault(key, NOWHERE);
    if (found.length == 0) {
      return List.of();
    }
    List<T> made = new ArrayList<>(found.length);
    for (int place : found) {
      made.add(reader.apply(table.row(place)));
    }
    List<T> earlier = entries.putIfAbsent(key, List.copyOf(made));
    return earlier != null ? earlier : entries.get(key);
  }
}
