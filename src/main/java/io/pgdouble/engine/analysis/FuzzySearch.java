package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.RangeColumn;
import io.pgdouble.engine.expression.RangeEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for columns whose names are like one that does not exist ({@code FuzzyAttrMatchState}). */
final class FuzzySearch {
  /** {@code MAX_FUZZY_DISTANCE}. */
  private static final int MAX_DISTANCE = 3;

  private final String relation;
  private final String column;
  private int distance = MAX_DISTANCE + 1;
  private final List<String> closest = new ArrayList<>();
  private final List<RangeEntry> exact = new ArrayList<>();

  FuzzySearch(String relation, String column) {
    this.relation = relation;
    this.column = column;
  }

  /** Entries that have the very column, but cannot be referred to. */
  List<RangeEntry> exact() {
    return exact;
  }

  String column() {
    return column;
  }

  boolean isQualified() {
    return !relation.isEmpty();
  }

  /** Whether the entry has the very column twice, which ends all search. */
  boolean look(RangeEntry entry) {
    int penalty = relation.isEmpty() ? 0 : distance(relation, entry.name(), MAX_DISTANCE + 1);
    for (RangeColumn candidate : entry.columns()) {
      consider(entry, candidate.name(), penalty);
    }
    if (penalty == 0 && MissingNames.hasColumn(entry, column)) {
      exact.add(entry);
    }
    return entry.columns().stream().filter(c -> c.name().equals(column)).count() > 1;
  }

  /** {@code updateFuzzyAttrMatchState}. */
  private void consider(RangeEntry entry, String name, int penalty) {
    if (penalty > distance) {
      return;
    }
    int difference = distance(name, column, distance + 1 - penalty);
    if (difference > column.length() / 2) {
      return;
    }
    int total = difference + penalty;
    if (total < distance) {
      distance = total;
      closest.clear();
      closest.add(entry.name() + "." + name);
    } else if (total == distance && closest.size() == 2) {
      closest.clear();
      distance = total - 1;
    } else if (total == distance && distance <= MAX_DISTANCE) {
      closest.add(entry.name() + "." + name);
    }
  }

  Optional<String> hint() {
    if (closest.isEmpty()) {
      return Optional.empty();
    }
    String text = "Perhaps you meant to reference the column \"" + closest.get(0) + "\"";
    return Optional.of(
        closest.size() == 1 ? text + "." : text + " or the column \"" + closest.get(1) + "\".");
  }

  /** Levenshtein's distance; any number above {@code most} stands for more than that. */
  private static int distance(String one, String other, int most) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return Math.min(row[other.length()], most + 1);
  }
}
