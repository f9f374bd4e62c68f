package io.pgdouble.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns of a table of facts, by position and by name. Immutable. */
final class FactColumns {
  private final String table;
  private final List<String> names;
  private final Map<String, Integer> positions = new HashMap<>();

  /** What the learned rows have in the columns behind those that were learned. */
  private final List<Optional<String>> defaults;

  private final int learned;

  /**
   * @param added columns that only rows have that are made here, with what learned rows have there
   */
  FactColumns(String table, List<String> learned, Map<String, Optional<String>> added) {
    this.table = table;
    this.learned = learned.size();
    List<String> all = new ArrayList<>(learned);
    all.addAll(added.keySet());
    this.names = List.copyOf(all);
    this.defaults = List.copyOf(added.values());
    for (int i = 0; i < names.size(); i++) {
      positions.put(names.get(i), i);
    }
  }

  String table() {
    return table;
  }

  List<String> names() {
    return names;
  }

  int size() {
    return names.size();
  }

  /** How many columns a learned row has. */
  int learned() {
    return learned;
  }

  /** What a learned row has in a column that was not learned. */
  Optional<String> otherwise(int position) {
    return defaults.get(position - learned);
  }

  /** Where a column stands, from 0. */
  int position(String column) {
    Integer position = positions.get(column);
    if (position == null) {
      throw new IllegalArgumentException(table + " has no column " + column + ": " + names);
    }
    return position;
  }
}
