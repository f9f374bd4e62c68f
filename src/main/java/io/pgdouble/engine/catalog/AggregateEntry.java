package io.pgdouble.engine.catalog;

import java.util.Optional;

/**
 * A row of {@code pg_aggregate}.
 *
 * @param kind n normal, o ordered-set, h hypothetical-set
 * @param transition OID of the transition function
 * @param finish OID of the final function, or 0
 * @param finishExtra whether the final function also takes the inputs' types
 * @param sortOperator OID of the operator whose first value the aggregate yields, or 0
 * @param transitionSource {@code prosrc} of the transition function
 * @param finishSource the same of the final function, {@code -} without one
 * @param initial the text form of the first state; absent means NULL
 */
public record AggregateEntry(
    int function,
    char kind,
    int directArguments,
    int transition,
    int finish,
    boolean finishExtra,
    int sortOperator,
    int stateType,
    String transitionSource,
    String finishSource,
    Optional<String> initial) {

  /** {@code AGGKIND_IS_ORDERED_SET}: hypothetical-set aggregates are such, too. */
  public boolean isOrderedSet() {
    return kind != 'n';
  }

  public boolean isHypotheticalSet() {
    return kind == 'h';
  }
}
