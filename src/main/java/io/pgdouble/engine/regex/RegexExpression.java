package io.pgdouble.engine.regex;

import java.util.List;
import java.util.function.IntPredicate;

/** A regular expression as the set of texts it matches, without regard to captures. */
sealed interface RegexExpression {
  RegexExpression EMPTY = new Sequence(List.of());

  /** Any number without an upper bound. */
  int UNBOUNDED = -1;

  /** One character of a set. */
  record Characters(IntPredicate set) implements RegexExpression {}

  /** One after the other. */
  record Sequence(List<RegexExpression> parts) implements RegexExpression {}

  /** One or another. */
  record Choice(List<RegexExpression> branches) implements RegexExpression {}

  /** So many times; {@link #UNBOUNDED} for no upper bound. */
  record Repetition(RegexExpression part, int least, int most) implements RegexExpression {}

  /** The empty text where a condition holds. */
  record Constraint(Place place, RegexOptions.Alphabet alphabet) implements RegexExpression {}

  /** The empty text where another expression matches, or does not. */
  record Look(RegexExpression part, Direction direction, Sense sense) implements RegexExpression {}

  /** Places in a text. */
  enum Place {
    START_OF_TEXT,
    END_OF_TEXT,
    START_OF_LINE,
    END_OF_LINE,
    START_OF_WORD,
    END_OF_WORD,
    EDGE_OF_WORD,
    NO_EDGE_OF_WORD
  }

  /** Where a look goes. */
  enum Direction {
    AHEAD,
    BEHIND
  }

  /** Whether a look must find something or nothing. */
  enum Sense {
    POSITIVE,
    NEGATIVE
  }

  static RegexExpression sequence(RegexExpression first, RegexExpression second) {
    return first == EMPTY ? second : new Sequence(List.of(first, second));
  }
}
