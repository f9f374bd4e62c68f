package io.pgdouble.validation;

import static io.pgdouble.validation.Letter.*;
import static io.pgdouble.validation.Place.*;

import io.pgdouble.trace.Direction;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Termination, and what may come at any time. A table. */
final class EndMoves {
  /** Before these nobody may be told anything yet, or any more. */
  private static final Set<Place> NOT_ASYNCHRONOUS =
      EnumSet.of(
          OPENED,
          ASKED_FOR_TLS,
          ASKED_FOR_GSS,
          WITHOUT_TLS,
          WITHOUT_GSS,
          ASKED_FOR_TLS_TOO,
          ASKED_FOR_GSS_TOO,
          WITHOUT_TLS_EITHER,
          WITHOUT_GSS_EITHER,
          ENCRYPTED,
          ASKED_TO_CANCEL,
          ENDING,
          OVER);

  /** Where nobody was let in yet, notices may come, and nothing else. */
  private static final Set<Place> NOT_AUTHENTICATED =
      EnumSet.of(
          STARTED,
          VERSION_NEGOTIATED,
          ASKED_FOR_PASSWORD,
          PASSWORD_GIVEN,
          ASKED_FOR_GSS_TOKEN,
          GSS_TOKEN_GIVEN,
          ASKED_FOR_SASL,
          SASL_BEGUN,
          ASKED_FOR_MORE_SASL,
          SASL_ANSWERED,
          SASL_ENDED);

  private static final Set<Letter> NO_MESSAGES = EnumSet.of(PART_OF_MESSAGE, LEFT);

  private EndMoves() {}

  static List<Move> all() {
    Moves moves = new Moves();
    ends(moves);
    anyTime(moves);
    return moves.rows();
  }

  private static void ends(Moves moves) {
    Letter[] frontend =
        Arrays.stream(Letter.values())
            .filter(letter -> letter.side() == Direction.FRONTEND && !NO_MESSAGES.contains(letter))
            .toArray(Letter[]::new);
    moves.at(TERMINATED).breakingInVain(Rule.NOTHING_AFTER_TERMINATE, frontend);
    moves.at(ENDING, OVER, LOST, ASKED_TO_CANCEL).staying(frontend);
    moves.at(places(EnumSet.of(OVER), Set.of())).on(CLOSED, OVER);
  }

  /** {@code protocol-flow § Asynchronous Operations}. */
  private static void anyTime(Moves moves) {
    moves.at(places(NOT_ASYNCHRONOUS, Set.of())).staying(NOTICE_RESPONSE);
    moves
        .at(places(NOT_ASYNCHRONOUS, NOT_AUTHENTICATED))
        .staying(NOTIFICATION_RESPONSE, PARAMETER_STATUS);
    moves.at(places(EnumSet.of(ASKED_TO_CANCEL, ENDING, OVER), Set.of())).on(FATAL, ENDING);
    // What fails while a message is awaited, such as a notification that cannot be converted,
    // leaves
    // the protocol out of step: FATAL follows. postgres.c: PostgresMain, pq_is_reading_msg.
    moves.at(READY).on(ERROR, NOT_UNDERSTOOD);
  }

  private static Place[] places(Set<Place> without, Set<Place> norThese) {
    return Arrays.stream(Place.values())
        .filter(place -> !without.contains(place) && !norThese.contains(place))
        .toArray(Place[]::new);
  }
}
