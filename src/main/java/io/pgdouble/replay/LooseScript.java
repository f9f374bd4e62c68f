package io.pgdouble.replay;

import io.pgdouble.message.ErrorResponse;
import io.pgdouble.message.FrontendMessage;
import io.pgdouble.message.ReadyForQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whatever any session of a role was answered, for messages that mean the same: as its own session
 * goes on, if it does; else the first time as the first of them, the second time as the second, and
 * as the last from then on.
 */
final class LooseScript implements Script {
  /** A turn and those of its session that come after it. */
  private record Found(List<Turn> session, int index) {
    Turn turn() {
      return session.get(index);
    }

    /** The next one of a kind that follows, such as the Sync that ends its pipeline. */
    Optional<Turn> following(String types) {
      return session.subList(index + 1, session.size()).stream()
          .filter(turn -> types.indexOf(turn.request().type()) >= 0)
          .findFirst();
    }
  }

  private final List<Found> turns = new ArrayList<>();
  private final Casting casting;
  private final List<Turn> own;
  private final TransactionBlock block;
  private final Map<String, Integer> taken = new HashMap<>();
  private final Meanings meanings;
  private int at;
  private Found last;
  private boolean copying;

  /**
   * @param own whose part it takes first
   * @param sessions all of its role
   * @param block in which its frontend is
   */
  LooseScript(
      Casting casting,
      RecordedSession own,
      List<RecordedSession> sessions,
      TransactionBlock block) {
    this.casting = casting;
    this.own = own.turns();
    this.block = block;
    meanings = new Meanings();
    for (RecordedSession session : sessions) {
      for (int i = 0; i < session.turns().size(); i++) {
        turns.add(new Found(session.turns(), i));
      }
    }
  }

  private LooseScript(LooseScript other) {
    casting = other.casting;
    own = other.own;
    block = other.block;
    meanings = other.meanings.copy();
    turns.addAll(other.turns);
    taken.putAll(other.taken);
    at = other.at;
    last = other.last;
    copying = other.copying;
  }

  /** Another that goes on from here. */
  LooseScript copy() {
    return new LooseScript(this);
  }

  /** Somebody else answers these. */
  void hear(List<FrontendMessage> messages) {
    messages.forEach(message -> message.accept(meanings));
    last = null;
    copying = false;
  }

  @Override
  public Optional<Turn> take(FrontendMessage message) {
    String meaning = message.accept(meanings);
    if (copying && "dcf".indexOf(message.type()) >= 0) {
      return copy(message);
    }
    if (copying && "SH".indexOf(message.type()) >= 0) {
      return Optional.of(new Turn(message, new Turn.Place(0, 0)));
    }
    copying = false;
    if (message.type() == 'S' && last != null) {
      return last.following("S").filter(Turn::endsWithReady).or(() -> Optional.of(idle(message)));
    }
    Optional<Found> found =
        ofOwn(message, meaning)
            .or(() -> ofAny(message, meaning))
            .or(() -> ofOtherOids(message, meaning));
    if (found.isEmpty()) {
      return needsNoRecording(message) ? Optional.of(idle(message)) : Optional.empty();
    }
    if (found.get().turn().before() != 'E' && block.refuses(message.type(), meaning)) {
      return aborted(message);
    }
    last = found.get();
    casting.taken(last.turn(), meaning);
    copying = last.turn().replies().stream().anyMatch(reply -> reply.type() == 'G');
    return Optional.of(last.turn());
  }

  /** What follows an error in a block is refused, whatever it was answered elsewhere. */
  private Optional<Turn> aborted(FrontendMessage message) {
    if (block.refused() == TransactionBlock.Refused.IS_UNKNOWN) {
      return Optional.empty();
    }
    Turn turn = new Turn(message, new Turn.Place(0, 0));
    turn.reply(
        ErrorResponse.of(TransactionBlock.refusal().toException().located()), new Turn.Place(0, 0));
    if (message.type() == 'Q') {
      turn.reply(ReadyForQuery.IN_FAILED_TRANSACTION, new Turn.Place(0, 0));
    }
    return Optional.of(turn);
  }

  /** One that was said in the same transaction status comes before any other. */
  private Optional<Found> ofOwn(FrontendMessage message, String meaning) {
    int found = -1;
    for (int i = at; i < own.size() && (found < 0 || !isInBlock(own.get(found))); i++) {
      boolean better = found < 0 || isInBlock(own.get(i));
      found = better && fits(own.get(i), message, meaning) ? i : found;
    }
    if (found < 0) {
      return Optional.empty();
    }
    at = found + 1;
    return Optional.of(new Found(own, found));
  }

  private boolean isInBlock(Turn turn) {
    return turn.before() == block.status();
  }

  private Optional<Found> ofAny(FrontendMessage message, String meaning) {
    List<Found> all = turns.stream().filter(found -> fits(found.turn(), message, meaning)).toList();
    List<Found> here = all.stream().filter(found -> isInBlock(found.turn())).toList();
    List<Found> same = here.isEmpty() ? all : here;
    if (same.isEmpty()) {
      return Optional.empty();
    }
    int times = taken.merge(meaning, 1, Integer::sum);
    return Optional.of(same.get(Math.min(times, same.size()) - 1));
  }

  /** Of a frontend that knows users' objects by other OIDs, if there is no doubt which it means. */
  private Optional<Found> ofOtherOids(FrontendMessage message, String meaning) {
    List<Found> same =
        turns.stream()
            .filter(found -> found.turn().isAnswered())
            .filter(found -> casting.sameButOids(found.turn(), meaning))
            .toList();
    long meanings = same.stream().map(found -> found.turn().meaning()).distinct().count();
    return meanings == 1 ? same.stream().findFirst() : Optional.empty();
  }

  /** Messages that an error before them let the backend skip have no answer to give. */
  private boolean fits(Turn turn, FrontendMessage message, String meaning) {
    boolean answered = turn.isAnswered() || needsNoRecording(message);
    return answered && casting.same(turn, meaning);
  }

  private static boolean needsNoRecording(FrontendMessage message) {
    return "SHX".indexOf(message.type()) >= 0;
  }

  /** What a frontend copies in is not compared. */
  private Optional<Turn> copy(FrontendMessage message) {
    if (message.type() == 'd') {
      return Optional.of(new Turn(message, new Turn.Place(0, 0)));
    }
    copying = false;
    return last.following("cf");
  }

  private static Turn idle(FrontendMessage message) {
    Turn turn = new Turn(message, new Turn.Place(0, 0));
    if (message.type() == 'S') {
      turn.reply(ReadyForQuery.IDLE, new Turn.Place(0, 0));
    }
    return turn;
  }

  @Override
  public Optional<Turn> next() {
    return Optional.empty();
  }

  @Override
  public boolean outlivesDeviation() {
    return true;
  }
}
