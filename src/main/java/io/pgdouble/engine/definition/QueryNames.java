package io.pgdouble.engine.definition;

import io.pgdouble.engine.expression.FromNode;
import io.pgdouble.engine.expression.JoinNames;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.RangeEntry;
import io.pgdouble.engine.expression.RangeWording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The names in a query's text: those of its tables and joins ({@code deparse_namespace}). */
final class QueryNames {
  private static final int NAME_LENGTH = 64;

  final Query query;

  /** By their index in the range table. */
  private final List<String> ranges = new ArrayList<>();

  private final List<RangeNames> rangeColumns = new ArrayList<>();

  /** By their numbers. */
  private final Map<Integer, FromNode.Join> joins = new TreeMap<>();

  private final Map<Integer, String> joinAliases = new HashMap<>();
  private final Map<Integer, RangeNames> joinColumns = new HashMap<>();

  /**
   * @param taken names of the queries around
   * @param inside names that the query's text has already
   */
  QueryNames(Query query, List<QueryNames> around, List<String> inside) {
    this.query = query;
    query.from().forEach(this::collect);
    nameAll(taken(around, inside));
    for (int i = 0; i < query.rangeTable().size(); i++) {
      rangeColumns.add(new RangeNames());
    }
    joins.keySet().forEach(number -> joinColumns.put(number, new RangeNames()));
    new ColumnNaming(this).nameAll();
  }

  private void collect(FromNode node) {
    if (node instanceof FromNode.Join join) {
      collect(join.left());
      collect(join.right());
      join.names().ifPresent(names -> joins.put(names.join(), join));
    }
  }

  private static Map<String, Integer> taken(List<QueryNames> around, List<String> inside) {
    Map<String, Integer> taken = new HashMap<>();
    around.forEach(
        outer -> {
          outer.ranges.forEach(name -> taken.put(name, 0));
          outer.joinAliases.values().forEach(name -> taken.put(name, 0));
        });
    inside.forEach(name -> taken.put(name, 0));
    return taken;
  }

  /** {@code set_rtable_names}: joins come after what they join. */
  private void nameAll(Map<String, Integer> taken) {
    for (int i = 0; i < query.rangeTable().size(); i++) {
      ranges.add(unique(taken, plainName(i)));
      for (FromNode.Join join : joinsAfter(i + 1)) {
        JoinNames names = join.names().orElseThrow();
        names.alias().ifPresent(alias -> joinAliases.put(names.join(), unique(taken, alias)));
      }
    }
  }

  /** The joins that stand behind so many entries. */
  List<FromNode.Join> joinsAfter(int entries) {
    return joins.values().stream()
        .filter(one -> one.names().orElseThrow().entries() == entries)
        .sorted(Comparator.comparing(one -> one.names().orElseThrow().join()))
        .toList();
  }

  private String plainName(int range) {
    RangeEntry entry = query.rangeTable().get(range);
    String name =
        entry instanceof RangeEntry.Relation table ? table.relation().name() : entry.name();
    return wording(range).alias().orElse(name);
  }

  private static String unique(Map<String, Integer> taken, String name) {
    Integer counter = taken.putIfAbsent(name, 0);
    if (counter == null) {
      return name;
    }
    String modified = name;
    int count = counter;
    while (taken.containsKey(modified)) {
      count++;
      modified = numbered(name, count);
    }
    taken.put(name, count);
    taken.put(modified, 0);
    return modified;
  }

  /** A name with a number behind it, not longer than a name may be. */
  static String numbered(String name, int number) {
    String ending = "_" + number;
    String kept = name;
    while (TextBuffer.bytes(kept + ending) >= NAME_LENGTH) {
      kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
    }
    return kept + ending;
  }

  /** The query of a subquery in the range table. */
  Query subquery(int range) {
    return ((RangeEntry.Subquery) query.rangeTable().get(range)).query();
  }

  RangeWording wording(int range) {
    return query.wording().of(range);
  }

  /** How many entries the range table has in PostgreSQL, where joins have entries. */
  int entries() {
    return query.rangeTable().size() + joins.size();
  }

  List<FromNode.Join> joins() {
    return List.copyOf(joins.values());
  }

  String range(int index) {
    return ranges.get(index);
  }

  RangeNames columnsOf(int range) {
    return rangeColumns.get(range);
  }

  FromNode.Join join(int number) {
    return joins.get(number);
  }

  /** Empty for a join without an alias. */
  Optional<String> joinAlias(int number) {
    return Optional.ofNullable(joinAliases.get(number));
  }

  RangeNames columnsOfJoin(int number) {
    return joinColumns.get(number);
  }

  RangeNames columnsOf(FromNode node) {
    return node instanceof FromNode.Range range
        ? columnsOf(range.relation())
        : columnsOfJoin(((FromNode.Join) node).names().orElseThrow().join());
  }
}
