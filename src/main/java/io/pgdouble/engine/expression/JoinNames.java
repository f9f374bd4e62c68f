package io.pgdouble.engine.expression;

import java.util.List;
import java.util.Optional;

/**
 * The names that a join was written with ({@code RangeTblEntry} of a join).
 *
 * @param join its number in its query
 * @param entries how many entries of the range table stand before it
 * @param columnAliases those that stand behind the alias
 * @param merged how many columns, the first ones, are of both sides
 */
public record JoinNames(
    int join,
    int entries,
    Optional<String> alias,
    List<String> columnAliases,
    Optional<String> usingAlias,
    int merged,
    List<Column> columns) {

  /**
   * A column of a join.
   *
   * @param left the number of the left side's column it is, from 1, 0 none
   * @param simple whether it is one side's column as it is
   */
  public record Column(String name, int left, int right, boolean simple) {}
}
