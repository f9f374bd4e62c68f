package io.pgdouble.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was changed in a table since it was learned. Rows have places: learned ones from 0 on, added
 * ones behind them. Immutable; each change copies what was changed before, and shares the rest.
 */
final class FactOverlay {
  private final FactText learned;

  /** Other lines for learned rows, by place; empty where the row is gone. */
  private final TreeMap<Integer, String> replaced;

  private final List<String> added;

  /** The places of the learned rows that are left; empty where all are. */
  private final int[] left;

  private final Map<String, Map<String, int[]>> indexes = new ConcurrentHashMap<>();

  private FactOverlay(FactText learned, TreeMap<Integer, String> replaced, List<String> added) {
    this.learned = learned;
    this.replaced = replaced;
    this.added = added;
    boolean all = replaced.values().stream().noneMatch(String::isEmpty);
    this.left = all ? new int[0] : left();
  }

  private int[] left() {
    return java.util.stream.IntStream.range(0, learned.size()).filter(this::has).toArray();
  }

  static FactOverlay none(FactText learned) {
    return new FactOverlay(learned, new TreeMap<>(), List.of());
  }

  /** From what {@link #changes} told. */
  static FactOverlay of(FactText learned, List<String> changes) {
    TreeMap<Integer, String> replaced = new TreeMap<>();
    List<String> added = new ArrayList<>();
    for (String change : changes) {
      int tab = change.indexOf('\t');
      String line = change.substring(tab + 1);
      if (tab == 0) {
        added.add(line);
      } else {
        replaced.put(Integer.parseInt(change.substring(0, tab)), line);
      }
    }
    return new FactOverlay(learned, replaced, added);
  }

  /** A line for each row that was changed: its place, or nothing for a new one, and what it is. */
  List<String> changes() {
    List<String> changes = new ArrayList<>();
    replaced.forEach((place, line) -> changes.add(place + "\t" + line));
    added.forEach(line -> changes.add("\t" + line));
    return changes;
  }

  FactOverlay with(String line) {
    List<String> more = new ArrayList<>(added.size() + 1);
    more.addAll(added);
    more.add(line);
    return new FactOverlay(learned, replaced, more);
  }

  FactOverlay with(int place, String line) {
    if (place < learned.size()) {
      TreeMap<Integer, String> more = new TreeMap<>(replaced);
      more.put(place, line);
      return new FactOverlay(learned, more, added);
    }
    List<String> others = new ArrayList<>(added);
    others.set(place - learned.size(), line);
    return new FactOverlay(learned, replaced, others);
  }

  FactOverlay without(int place) {
    if (place < learned.size()) {
      return with(place, "");
    }
    List<String> others = new ArrayList<>(added);
    others.remove(place - learned.size());
    return new FactOverlay(learned, replaced, others);
  }

  boolean isEmpty() {
    return replaced.isEmpty() && added.isEmpty();
  }

  int size() {
    return learnedLeft() + added.size();
  }

  private int learnedLeft() {
    return left.length == 0 ? learned.size() : left.length;
  }

  /** The place of the row that comes at an index. */
  int place(int index) {
    int before = learnedLeft();
    if (index >= before) {
      return learned.size() + index - before;
    }
    return left.length == 0 ? index : left[index];
  }

  /** Whether a learned row is there. */
  boolean has(int place) {
    String line = replaced.get(place);
    return line == null || !line.isEmpty();
  }

  String line(int place) {
    if (place >= learned.size()) {
      return added.get(place - learned.size());
    }
    String line = replaced.get(place);
    return line != null ? line : learned.line(place);
  }

  FactRow row(int place) {
    boolean whole = place >= learned.size() || replaced.containsKey(place);
    return whole ? FactRow.of(learned.columns(), line(place)) : learned.row(place);
  }

  String key(int place) {
    if (place < learned.size() && !replaced.containsKey(place)) {
      return learned.key(place);
    }
    String line = line(place);
    int tab = line.indexOf('\t');
    return tab < 0 ? line : line.substring(0, tab);
  }

  /** Where the rows stand that have a value in a column. */
  List<Integer> places(String column, String value) {
    List<Integer> places = new ArrayList<>();
    int[] known = learned.places(column, value);
    for (int i = 0; known != null && i < known.length; i++) {
      if (!replaced.containsKey(known[i])) {
        places.add(known[i]);
      }
    }
    for (Map.Entry<Integer, String> one : replaced.entrySet()) {
      if (!one.getValue().isEmpty() && row(one.getKey()).find(column).equals(Optional.of(value))) {
        places.add(one.getKey());
      }
    }
    places.addAll(added(column, value));
    return places;
  }

  /** The same for rows that were added. */
  List<Integer> added(String column, String value) {
    List<Integer> places = new ArrayList<>();
    int[] found = indexes.computeIfAbsent(column, this::index).get(value);
    for (int i = 0; found != null && i < found.length; i++) {
      places.add(learned.size() + found[i]);
    }
    return places;
  }

  private Map<String, int[]> index(String column) {
    return Places.of(added.size(), i -> FactRow.of(learned.columns(), added.get(i)).find(column));
  }
}
