package io.pgdouble.replay;

import io.pgdouble.message.FrontendMessage;
import java.util.List;
import java.util.Optional;

/** The turns of one recorded session, in order, and nothing else. */
final class StrictScript implements Script {
  private final List<Turn> turns;
  private final Meanings meanings = new Meanings();
  private int at;

  StrictScript(RecordedSession session) {
    turns = session.turns();
  }

  @Override
  public Optional<Turn> take(FrontendMessage message) {
    String meaning = message.accept(meanings);
    Optional<Turn> next = next().filter(turn -> Meanings.same(turn.meaning(), meaning));
    at += next.isPresent() ? 1 : 0;
    return next;
  }

  @Override
  public Optional<Turn> next() {
    return at < turns.size() ? Optional.of(turns.get(at)) : Optional.empty();
  }

  @Override
  public boolean outlivesDeviation() {
    return false;
  }
}
