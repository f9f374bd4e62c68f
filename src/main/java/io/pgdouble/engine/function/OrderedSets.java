package io.pgdouble.engine.function;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The built-in ordered-set and hypothetical-set aggregates, found by the final functions {@code
 * pg_aggregate} names. A table. Source: {@code orderedsetaggs.c}.
 */
public final class OrderedSets {
  private OrderedSets() {}

  /**
   * Finds an aggregate.
   *
   * @param last {@code prosrc} of {@code pg_aggregate.aggfinalfn}
   * @return empty where the double does not simulate the aggregate
   */
  public static Optional<OrderedSet> find(String last) {
    return Optional.ofNullable(
        switch (last) {
          case "percentile_disc_final" -> Percentiles::discrete;
          case "percentile_disc_multi_final" -> Percentiles::manyDiscrete;
          case "percentile_cont_float8_final" -> Percentiles.continuous(Percentiles::between);
          case "percentile_cont_interval_final" ->
              Percentiles.continuous(Percentiles::betweenIntervals);
          case "percentile_cont_float8_multi_final" ->
              Percentiles.manyContinuous(Percentiles::between);
          case "percentile_cont_interval_multi_final" ->
              Percentiles.manyContinuous(Percentiles::betweenIntervals);
          case "mode_final" ->
              (context, direct, rows, order) -> OrderedValues.of(context, rows, order).mode();
          case "hypothetical_rank_final" ->
              (context, direct, rows, order) -> 1 + before(direct, rows, order, Peers.ABOVE);
          case "hypothetical_dense_rank_final" ->
              (context, direct, rows, order) -> 1 + distinctBefore(direct, rows, order);
          case "hypothetical_percent_rank_final" -> OrderedSets::percentRank;
          case "hypothetical_cume_dist_final" -> OrderedSets::cumulativeDistribution;
          default -> null;
        });
  }

  /** Where the hypothetical row stands among rows equal to it. */
  private enum Peers {
    ABOVE,
    BELOW
  }

  /** How many rows come before the hypothetical one ({@code hypothetical_rank_common}). */
  private static long before(
      Object[] row, List<Object[]> rows, Comparator<Object[]> order, Peers place) {
    int bound = place == Peers.ABOVE ? 0 : 1;
    return rows.stream().filter(other -> order.compare(other, row) < bound).count();
  }

  private static long distinctBefore(
      Object[] row, List<Object[]> rows, Comparator<Object[]> order) {
    TreeSet<Object[]> distinct = new TreeSet<>(order);
    distinct.addAll(rows);
    return distinct.headSet(row).size();
  }

  private static Object percentRank(
      CallContext context, Object[] row, List<Object[]> rows, Comparator<Object[]> order) {
    return rows.isEmpty() ? 0.0 : (double) before(row, rows, order, Peers.ABOVE) / rows.size();
  }

  private static Object cumulativeDistribution(
      CallContext context, Object[] row, List<Object[]> rows, Comparator<Object[]> order) {
    return (double) (1 + before(row, rows, order, Peers.BELOW)) / (rows.size() + 1);
  }
}
