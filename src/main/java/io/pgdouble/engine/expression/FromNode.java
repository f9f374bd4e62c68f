package io.pgdouble.engine.expression;

import java.util.Optional;

/** A node of the join tree. */
public sealed interface FromNode {
  /**
   * An entry of the range table.
   *
   * @param relation its index, from 0
   */
  record Range(int relation) implements FromNode {}

  /**
   * A join; without a condition every pair matches.
   *
   * @param names empty where nobody wrote it as a join
   */
  record Join(
      JoinKind kind,
      FromNode left,
      FromNode right,
      Optional<Expression> condition,
      Optional<JoinNames> names)
      implements FromNode {}
}
