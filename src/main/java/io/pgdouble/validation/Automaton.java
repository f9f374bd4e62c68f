package io.pgdouble.validation;

import io.pgdouble.trace.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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

  private static final int LETTERS = Letter.values().length;

  /** For each place what each letter leads to, so that nothing has to be made to tell it. */
  private static final List<Optional<Move>> INDEX = index();

  private Automaton() {}

  private static List<Optional<Move>> index() {
    List<Optional<Move>> index =
        new ArrayList<>(Collections.nCopies(Place.values().length * LETTERS, Optional.empty()));
    MOVES.forEach(move -> index.set(at(move.at(), move.said()), Optional.of(move)));
    return index;
  }

  private static int at(Place place, Letter letter) {
    return place.ordinal() * LETTERS + letter.ordinal();
  }

  /** All moves, each once. */
  public static List<Move> moves() {
    return INDEX.stream().flatMap(Optional::stream).toList();
  }

  /** How many rows the tables have; as many as there are moves, if none says a thing twice. */
  static int rows() {
    return MOVES.size();
  }

  /** What follows if this is said here; empty if it must not be said. */
  static Optional<Move> move(Place at, Letter said) {
    return INDEX.get(at(at, said));
  }

  /** What this side may say here without a mistake, but for what may always be said. */
  static List<Letter> expected(Place at, Direction side) {
    return Arrays.stream(Letter.values())
        .filter(letter -> letter.side() == side && !ANY_TIME.contains(letter))
        .filter(letter -> move(at, letter).filter(move -> move.broken().isEmpty()).isPresent())
        .toList();
  }

  private static final List<Letter> ANY_TIME =
      List.of(
          Letter.NOTICE_RESPONSE,
          Letter.NOTIFICATION_RESPONSE,
          Letter.PARAMETER_STATUS,
          Letter.FATAL,
          Letter.CLOSED);
}
