package io.pgdouble.replay;

import io.pgdouble.message.FrontendMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a recording answers to all that a frontend says up to a point at which it waits.
 *
 * @param turns those that have answers, in order
 * @param script as it goes on
 * @param skips whether the backend skips what follows, up to a Sync
 */
record Played(List<Answered> turns, LooseScript script, boolean skips) {
  /** A message and the turn that answers it. */
  record Answered(FrontendMessage message, Turn turn) {}

  /**
   * Empty where the recording does not know all of it.
   *
   * @param script which is left as it is
   */
  static Optional<Played> of(List<FrontendMessage> unit, LooseScript script) {
    LooseScript own = script.copy();
    List<Answered> turns = new ArrayList<>();
    boolean skips = false;
    for (FrontendMessage message : unit) {
      skips &= message.type() != 'S';
      if (skips) {
        continue;
      }
      Optional<Turn> turn = own.take(message);
      if (turn.isEmpty()) {
        return Optional.empty();
      }
      turns.add(new Answered(message, turn.get()));
      skips = TurnPlayer.BUFFERED.indexOf(message.type()) >= 0 && has(turn.get(), 'E');
    }
    return Optional.of(new Played(turns, own, skips));
  }

  private static boolean has(Turn turn, char reply) {
    return turn.replies().stream().anyMatch(each -> each.type() == reply);
  }

  /** Whether any of it was an error. */
  boolean fails() {
    return turns.stream().anyMatch(each -> has(each.turn(), 'E'));
  }

  /** Whether the frontend is asked for data. */
  boolean copies() {
    return turns.stream().anyMatch(each -> has(each.turn(), 'G'));
  }
}
