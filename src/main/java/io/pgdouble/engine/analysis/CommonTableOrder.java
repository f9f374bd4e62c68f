package io.pgdouble.engine.analysis;

import io.pgdouble.engine.tree.CommonTableExpr;
import io.pgdouble.engine.tree.RangeVar;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The queries of WITH RECURSIVE in an order in which each comes after those it refers to ({@code
 * parse_cte.c: makeDependencyGraph, TopologicalSort}).
 */
final class CommonTableOrder {
  /**
   * One of them.
   *
   * @param recursive whether it refers to itself
   */
  record Item(CommonTableExpr table, boolean recursive) {}

  private CommonTableOrder() {}

  /**
   * @throws io.pgdouble.error.ReportedError where two refer to each other
   */
  static List<Item> of(List<CommonTableExpr> tables) {
    Map<String, Set<String>> uses = new LinkedHashMap<>();
    Set<String> names = new HashSet<>();
    tables.forEach(table -> names.add(table.ctename()));
    for (CommonTableExpr table : tables) {
      uses.put(table.ctename(), uses(table, names));
    }
    Set<String> recursive = new HashSet<>(names);
    recursive.removeIf(name -> !uses.get(name).remove(name));
    List<CommonTableExpr> left = new ArrayList<>(tables);
    List<Item> ordered = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      CommonTableExpr next = swapFree(left, i, uses);
      uses.values().forEach(used -> used.remove(next.ctename()));
      ordered.add(new Item(next, recursive.contains(next.ctename())));
    }
    return ordered;
  }

  private static Set<String> uses(CommonTableExpr table, Set<String> names) {
    Set<String> used = new HashSet<>();
    CommonTableReferences finder =
        new CommonTableReferences() {
          @Override
          void found(RangeVar relation) {
            used.add(relation.relname());
          }
        };
    finder.walk(table.ctequery());
    used.retainAll(names);
    return used;
  }

  /** Puts the first one that uses no other one in a place. */
  private static CommonTableExpr swapFree(
      List<CommonTableExpr> tables, int place, Map<String, Set<String>> uses) {
    for (int i = place; i < tables.size(); i++) {
      CommonTableExpr table = tables.get(i);
      if (uses.get(table.ctename()).isEmpty()) {
        tables.set(i, tables.get(place));
        tables.set(place, table);
        return table;
      }
    }
    throw Complaint.error(
        tables.get(place).location(),
        SqlState.FEATURE_NOT_SUPPORTED,
        "mutual recursion between WITH items is not implemented");
  }
}
