package io.pgdouble.replay;

import io.pgdouble.message.FrontendMessage;
import java.util.List;
import java.util.Optional;

/**
 * The turns of one recorded session, in order, and nothing else. Sessions that have said the same
 * so far are told apart only by what they say next: until then any of them is meant.
 */
final class StrictScript implements Script {
  private final Casting casting;
  private final Meanings meanings = new Meanings();
  private RecordedSession session;
  private int at;

  StrictScript(Casting casting, RecordedSession session) {
    this.casting = casting;
    this.session = session;
  }

  @Override
  public Optional<Turn> take(FrontendMessage message) {
    String meaning = message.accept(meanings);
    synchronized (casting) {
      if (!continuesWith(session, meaning)) {
        casting.recast(this, meaning);
      }
      Optional<Turn> next = next().filter(turn -> means(turn, meaning));
      next.ifPresent(turn -> casting.taken(turn, meaning));
      at += next.isPresent() ? 1 : 0;
      return next;
    }
  }

  /** Whether a session goes on with such a message at this place. */
  boolean continuesWith(RecordedSession other, String meaning) {
    List<Turn> turns = other.turns();
    return at < turns.size() && means(turns.get(at), meaning);
  }

  private boolean means(Turn turn, String meaning) {
    return casting.same(turn, meaning) || casting.sameButOids(turn, meaning);
  }

  /** Whether what was said so far could be the beginning of that session as well. */
  boolean couldBe(RecordedSession other) {
    if (other.turns().size() < at || !other.hasRoleOf(session)) {
      return false;
    }
    for (int i = 0; i < at; i++) {
      if (!other.turns().get(i).meaning().equals(session.turns().get(i).meaning())) {
        return false;
      }
    }
    return true;
  }

  RecordedSession session() {
    return session;
  }

  void becomes(RecordedSession other) {
    session = other;
  }

  @Override
  public Optional<Turn> next() {
    synchronized (casting) {
      List<Turn> turns = session.turns();
      return at < turns.size() ? Optional.of(turns.get(at)) : Optional.empty();
    }
  }

  @Override
  public boolean outlivesDeviation() {
    return false;
  }
}
