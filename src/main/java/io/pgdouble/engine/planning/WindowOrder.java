package io.pgdouble.engine.planning;

import io.pgdouble.engine.expression.Expression;
import io.pgdouble.engine.expression.Expression.WindowFunc;
import io.pgdouble.engine.expression.FrameBound;
import io.pgdouble.engine.expression.Query;
import io.pgdouble.engine.expression.Sameness;
import io.pgdouble.engine.expression.SortClause;
import io.pgdouble.engine.expression.WindowClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** In which order windows are computed: what rows without ORDER BY leave in shows it. */
final class WindowOrder {
  private WindowOrder() {}

  /** The windows that are looked through, each kind once ({@code select_active_windows}). */
  static List<WindowClause> of(Query query, List<WindowFunc> calls) {
    List<WindowClause> active = new ArrayList<>();
    for (int i = 0; i < query.windows().size(); i++) {
      int index = i;
      WindowClause window = query.windows().get(i);
      boolean used = calls.stream().anyMatch(call -> call.window() == index);
      if (used && active.stream().noneMatch(other -> alike(other, window))) {
        active.add(window);
      }
    }
    active.sort(WindowOrder::compare);
    return active;
  }

  /** Whether two windows differ in nothing but their names. */
  static boolean alike(WindowClause one, WindowClause other) {
    return one.partition().equals(other.partition())
        && one.order().equals(other.order())
        && one.frame().mode() == other.frame().mode()
        && one.frame().exclusion() == other.frame().exclusion()
        && alike(one.frame().start(), other.frame().start())
        && alike(one.frame().end(), other.frame().end());
  }

  private static boolean alike(FrameBound one, FrameBound other) {
    Optional<Expression> offset = one.offset().map(Sameness::of);
    return one.kind() == other.kind() && offset.equals(other.offset().map(Sameness::of));
  }

  /** {@code common_prefix_cmp}: those that need more come first. */
  private static int compare(WindowClause one, WindowClause other) {
    List<SortClause> ones = keys(one);
    List<SortClause> others = keys(other);
    for (int i = 0; i < Math.min(ones.size(), others.size()); i++) {
      int order = compare(ones.get(i), others.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(others.size(), ones.size());
  }

  private static int compare(SortClause one, SortClause other) {
    if (one.reference() != other.reference()) {
      return Integer.compare(other.reference(), one.reference());
    }
    // The operators' OIDs decide: those for "greater" have the higher ones.
    int directions = Boolean.compare(other.descending(), one.descending());
    return directions != 0 ? directions : Boolean.compare(other.nullsFirst(), one.nullsFirst());
  }

  /** All it partitions and orders by. */
  static List<SortClause> all(WindowClause window) {
    List<SortClause> all = new ArrayList<>(window.partition());
    all.addAll(window.order());
    return all;
  }

  /** The same, each once. */
  static List<SortClause> keys(WindowClause window) {
    return all(window).stream().distinct().toList();
  }

  /** Whether an order is the beginning of another. */
  static boolean begins(List<SortClause> order, List<SortClause> of) {
    return order.size() <= of.size() && of.subList(0, order.size()).equals(order);
  }
}
