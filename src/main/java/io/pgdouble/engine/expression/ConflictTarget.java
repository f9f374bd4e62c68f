package io.pgdouble.engine.expression;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which conflicts ON CONFLICT is for, as the statement says it.
 *
 * @param columns numbers of the columns that are unique together
 * @param expressions what is unique together with them
 * @param where what partial indexes must have
 * @param constraint OID of the constraint it names, 0 where it names none
 */
public record ConflictTarget(
    Set<Integer> columns,
    List<Expression> expressions,
    Optional<Expression> where,
    int constraint) {

  /** Any conflict. */
  public static final ConflictTarget ANY =
      new ConflictTarget(Set.of(), List.of(), Optional.empty(), 0);

  /** Whether every conflict is meant. */
  public boolean isAny() {
    return columns.isEmpty() && expressions.isEmpty() && constraint == 0;
  }
}
