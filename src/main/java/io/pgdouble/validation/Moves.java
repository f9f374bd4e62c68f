package io.pgdouble.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table of moves in the making, place by place. */
final class Moves {
  private final List<Move> rows = new ArrayList<>();
  private List<Place> from = List.of();

  /** The rows that follow hold at each of these places. */
  Moves at(Place... places) {
    from = List.of(places);
    return this;
  }

  /** This may be said, and leads there. */
  Moves on(Letter said, Place to) {
    from.forEach(place -> rows.add(new Move(place, said, to, Optional.empty())));
    return this;
  }

  /** Each of these may be said, and changes nothing. */
  Moves staying(Letter... said) {
    for (Letter letter : said) {
      from.forEach(place -> rows.add(new Move(place, letter, place, Optional.empty())));
    }
    return this;
  }

  /** This is a mistake, and leads there. */
  Moves breaking(Rule rule, Letter said, Place to) {
    from.forEach(place -> rows.add(new Move(place, said, to, Optional.of(rule))));
    return this;
  }

  /** Each of these is a mistake, and changes nothing. */
  Moves breakingInVain(Rule rule, Letter... said) {
    for (Letter letter : said) {
      from.forEach(place -> rows.add(new Move(place, letter, place, Optional.of(rule))));
    }
    return this;
  }

  List<Move> rows() {
    return List.copyOf(rows);
  }
}
