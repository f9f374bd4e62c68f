package io.pgdouble.validation;

import io.pgdouble.trace.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables of all parts of the protocol as one: what may follow at each place. */
public final class Automaton {
  private static final List<Move> MOVES =
      Stream.of(
              StartupMoves.all(),
              QueryMoves.all(),
              ExtendedMoves.all(),
              CopyMoves.all(),
              EndMoves.all())
          .flatMap(List::stream)
          .toList();

  private static final Move[][] INDEX = index();

  private Automaton() {}

  private static Move[][] index() {
    Move[][] index = new Move[Place.values().length][Letter.values().length];
    for (Move move : MOVES) {
      index[move.at().ordinal()][move.said().ordinal()] = move;
    }
    return index;
  }

  /** All moves, each once. */
  public static List<Move> moves() {
    return Arrays.stream(INDEX).flatMap(Arrays::stream).filter(move -> move != null).toList();
  }

  /** How many rows the tables have; as many as there are moves, if none says a thing twice. */
  static int rows() {
    return MOVES.size();
  }

  /** What follows if this is said here; empty if it must not be said. */
  static Optional<Move> move(Place at, Letter said) {
    return Optional.ofNullable(INDEX[at.ordinal()][said.ordinal()]);
  }

  /** What this side may say here without a mistake, but for what may always be said. */
  static List<Letter> expected(Place at, Direction side) {
    List<Letter> letters = new ArrayList<>();
    for (Move move : INDEX[at.ordinal()]) {
      if (move != null && move.said().side() == side && move.broken().isEmpty()) {
        letters.add(move.said());
      }
    }
    letters.removeAll(ANY_TIME);
    return letters;
  }

  private static final List<Letter> ANY_TIME =
      List.of(
          Letter.NOTICE_RESPONSE,
          Letter.NOTIFICATION_RESPONSE,
          Letter.PARAMETER_STATUS,
          Letter.FATAL,
          Letter.CLOSED);
}
