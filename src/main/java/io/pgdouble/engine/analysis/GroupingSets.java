package io.pgdouble.engine.analysis;

import io.pgdouble.engine.expression.GroupingItem;
import io.pgdouble.engine.expression.SortClause;
import io.pgdouble.engine.tree.Expr;
import io.pgdouble.engine.tree.GroupingSet;
import io.pgdouble.engine.tree.GroupingSetKind;
import io.pgdouble.engine.tree.RowExpr;
import io.pgdouble.error.SqlState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;

/**
 * GROUP BY with all its forms: the expressions, and the sets of them that rows are grouped by
 * ({@code transformGroupClause}, {@code expand_grouping_sets}). Manual: {@code
 * queries-grouping-sets}.
 */
final class GroupingSets {
  private static final int MAX_CUBE = 12;
  private static final int MAX_SETS = 4096;

  private final SortAnalyzer sorting;
  private final List<SortClause> clauses = new ArrayList<>();

  /** What each item of GROUP BY stands for: alternatives, each with references of targets. */
  private final List<List<List<Integer>>> items = new ArrayList<>();

  private boolean anySets;
  private final List<GroupingItem> written = new ArrayList<>();

  GroupingSets(SortAnalyzer sorting) {
    this.sorting = sorting;
  }

  void analyze(List<Expr> groupClause) {
    for (Expr item : groupClause) {
      for (Expr part : parts(item)) {
        anySets |= part instanceof GroupingSet;
        add(part);
      }
    }
  }

  private void add(Expr part) {
    if (!(part instanceof GroupingSet set)) {
      List<Integer> references = set(part);
      items.add(List.of(references));
      written.add(simple(references));
      return;
    }
    items.add(alternatives(set));
    if (set.kind() != GroupingSetKind.EMPTY) {
      written.add(item(set));
    }
  }

  /** What the text of the query tells; nothing where it is just the clauses. */
  List<GroupingItem> written() {
    if (!anySets) {
      return List.of();
    }
    return written.isEmpty()
        ? List.of(new GroupingItem(GroupingItem.Kind.EMPTY, List.of(), List.of()))
        : List.copyOf(written);
  }

  private static GroupingItem simple(List<Integer> references) {
    return new GroupingItem(GroupingItem.Kind.SIMPLE, references, List.of());
  }

  /** Sets of sets are one list of sets ({@code flatten_grouping_sets}). */
  private GroupingItem item(GroupingSet set) {
    List<GroupingItem> content = new ArrayList<>();
    for (Expr part : set.content()) {
      if (!(part instanceof GroupingSet inner)) {
        content.add(simple(set(part)));
      } else if (inner.kind() == GroupingSetKind.SETS) {
        content.addAll(item(inner).content());
      } else {
        content.add(item(inner));
      }
    }
    return new GroupingItem(
        GroupingItem.Kind.valueOf(set.kind().name()), List.of(), List.copyOf(content));
  }

  List<SortClause> clauses() {
    return List.copyOf(clauses);
  }

  /** The fields of a row without the word ROW, or the expression itself. */
  private static List<Expr> parts(Expr item) {
    if (!(item instanceof RowExpr row) || row.explicit()) {
      return List.of(item);
    }
    return row.args().stream().flatMap(field -> parts(field).stream()).toList();
  }

  /** The references of an expression's targets. */
  private List<Integer> set(Expr item) {
    LinkedHashSet<Integer> references = new LinkedHashSet<>();
    for (Expr part : parts(item)) {
      references.add(sorting.groupBy(clauses, part));
    }
    return List.copyOf(references);
  }

  private List<List<Integer>> alternatives(GroupingSet set) {
    return switch (set.kind()) {
      case EMPTY -> List.of(List.of());
      case SETS -> eachOf(set);
      case ROLLUP -> rollup(elements(set));
      case CUBE -> cube(set, elements(set));
    };
  }

  private List<List<Integer>> eachOf(GroupingSet set) {
    List<List<Integer>> sets = new ArrayList<>();
    for (Expr item : set.content()) {
      if (item instanceof GroupingSet inner) {
        sets.addAll(alternatives(inner));
      } else {
        sets.add(set(item));
      }
    }
    return sets;
  }

  private List<List<Integer>> elements(GroupingSet set) {
    return set.content().stream().map(this::set).toList();
  }

  private static List<List<Integer>> rollup(List<List<Integer>> elements) {
    List<List<Integer>> sets = new ArrayList<>();
    for (int size = elements.size(); size >= 0; size--) {
      sets.add(elements.subList(0, size).stream().flatMap(List::stream).toList());
    }
    return sets;
  }

  private List<List<Integer>> cube(GroupingSet set, List<List<Integer>> elements) {
    if (elements.size() > MAX_CUBE) {
      throw Complaint.error(
          set.location(), SqlState.TOO_MANY_COLUMNS, "CUBE is limited to 12 elements");
    }
    List<List<Integer>> sets = new ArrayList<>();
    sets.add(List.of());
    for (List<Integer> element : elements) {
      for (List<Integer> without : List.copyOf(sets)) {
        sets.add(union(without, element));
      }
    }
    return sets;
  }

  /**
   * The sets, shortest first, each as indexes into the clauses; none where GROUP BY says nothing of
   * sets, or all it says amounts to one.
   */
  List<List<Integer>> sets(Repetition repetition) {
    if (!anySets) {
      return List.of();
    }
    checkCount();
    List<List<Integer>> product = List.of(List.of());
    for (List<List<Integer>> alternatives : items) {
      List<List<Integer>> extended = new ArrayList<>();
      for (List<Integer> before : product) {
        alternatives.forEach(after -> extended.add(union(before, after)));
      }
      product = extended;
    }
    List<List<Integer>> sets = new ArrayList<>(product);
    sets.sort(Comparator.comparingInt(List::size));
    if (repetition == Repetition.DROPPED) {
      LinkedHashSet<TreeSet<Integer>> different = new LinkedHashSet<>();
      sets.forEach(set -> different.add(new TreeSet<>(set)));
      sets = new ArrayList<>();
      for (TreeSet<Integer> set : different) {
        sets.add(List.copyOf(set));
      }
    }
    boolean plain = sets.size() == 1 && !clauses.isEmpty();
    return plain ? List.of() : sets.stream().map(this::places).toList();
  }

  /** What becomes of sets that are there more than once. */
  enum Repetition {
    KEPT,
    DROPPED
  }

  private void checkCount() {
    double count = 1;
    for (List<List<Integer>> alternatives : items) {
      count *= alternatives.size();
    }
    if (count > MAX_SETS) {
      throw Complaint.error(
          -1,
          SqlState.STATEMENT_TOO_COMPLEX,
          "too many grouping sets present (maximum " + MAX_SETS + ")");
    }
  }

  private static List<Integer> union(List<Integer> one, List<Integer> other) {
    LinkedHashSet<Integer> both = new LinkedHashSet<>(one);
    both.addAll(other);
    return List.copyOf(both);
  }

  private List<Integer> places(List<Integer> references) {
    return references.stream().map(this::place).toList();
  }

  private int place(int reference) {
    for (int i = 0; i < clauses.size(); i++) {
      if (clauses.get(i).reference() == reference) {
        return i;
      }
    }
    throw new IllegalStateException("no clause " + reference);
  }
}
