package io.pgdouble.replay;

import io.pgdouble.message.BackendKeyData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Who plays which recorded session. Guarded by itself: used by many threads. */
final class Casting {
  private final List<RecordedSession> free;
  private final Map<StrictScript, Integer> players = new LinkedHashMap<>();
  private final Map<Integer, Integer> pids = new HashMap<>();
  private final SaidOids oids = new SaidOids();

  Casting(List<RecordedSession> sessions) {
    free = new ArrayList<>(sessions);
  }

  /** The first session nobody plays among those given, those of the same application first. */
  synchronized Optional<RecordedSession> firstFree(
      List<RecordedSession> role, Map<String, String> parameters) {
    Set<RecordedSession> all = new HashSet<>(role);
    List<RecordedSession> mine = free.stream().filter(all::contains).toList();
    Optional<RecordedSession> chosen =
        mine.stream()
            .filter(session -> session.hasApplicationOf(parameters))
            .findFirst()
            .or(() -> mine.stream().findFirst());
    chosen.ifPresent(free::remove);
    return chosen;
  }

  synchronized void add(RecordedSession session) {
    free.add(session);
  }

  synchronized void begins(StrictScript script, int pid) {
    players.put(script, pid);
    plays(script.session(), pid);
  }

  /** The recorded backend is played by a live one, whose process id rows shall show. */
  synchronized void plays(RecordedSession session, int pid) {
    session.greeting().stream()
        .filter(BackendKeyData.class::isInstance)
        .forEach(told -> pids.put(((BackendKeyData) told).processId(), pid));
  }

  synchronized void ends(StrictScript script) {
    players.remove(script);
  }

  /**
   * Another session is meant, if there is one that was the same so far and goes on like this. Those
   * who play may have to change their parts for it, one after the other, as far as each could play
   * another (an augmenting path of a matching).
   */
  synchronized void recast(StrictScript script, String meaning) {
    RecordedSession former = script.session();
    free.add(0, former);
    boolean found =
        assign(
            script,
            other -> script.couldBe(other) && script.continuesWith(other, meaning),
            new HashSet<>());
    if (!found) {
      free.remove(former);
    }
  }

  private boolean assign(
      StrictScript script, Predicate<RecordedSession> fits, Set<RecordedSession> tried) {
    Optional<RecordedSession> unplayed = free.stream().filter(fits).findFirst();
    if (unplayed.isPresent()) {
      free.remove(unplayed.get());
      give(script, unplayed.get());
      return true;
    }
    for (StrictScript player : players.keySet()) {
      RecordedSession part = player.session();
      boolean wanted = player != script && fits.test(part) && tried.add(part);
      if (wanted && assign(player, player::couldBe, tried)) {
        give(script, part);
        return true;
      }
    }
    return false;
  }

  private void give(StrictScript script, RecordedSession session) {
    script.becomes(session);
    plays(session, players.getOrDefault(script, 0));
  }

  /** Whether a recorded message means what was said now; process ids are those of the players. */
  synchronized boolean same(Turn turn, String meaning) {
    String recorded = livePids(SaidOids.unmarked(turn.meaning()));
    return Meanings.same(recorded, SaidOids.unmarked(meaning));
  }

  /** Whether they mean the same but for OIDs of users' objects. */
  synchronized boolean sameButOids(Turn turn, String meaning) {
    return oids.same(livePids(turn.meaning()), meaning);
  }

  /** A turn was taken by who said this. */
  synchronized void taken(Turn turn, String meaning) {
    oids.learn(livePids(turn.meaning()), meaning);
  }

  SaidOids oids() {
    return oids;
  }

  private String livePids(String meaning) {
    if (!meaning.contains(RowPids.BEGINNING)) {
      return meaning;
    }
    String live = meaning;
    for (Map.Entry<Integer, Integer> pid : pids.entrySet()) {
      live = live.replace(pid.getKey().toString(), pid.getValue().toString());
    }
    return live;
  }

  /** The process id of who plays the recorded backend; the recorded one if nobody does. */
  synchronized int livePid(int recorded) {
    return pids.getOrDefault(recorded, recorded);
  }

  synchronized List<String> unplayed() {
    return free.stream().map(RecordedSession::name).toList();
  }
}
