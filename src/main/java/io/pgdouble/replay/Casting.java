package io.pgdouble.replay;

import io.pgdouble.message.BackendKeyData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who plays which recorded session. Guarded by itself: used by many threads. */
final class Casting {
  private final List<RecordedSession> free;
  private final Map<StrictScript, Integer> players = new LinkedHashMap<>();
  private final Map<Integer, Integer> pids = new HashMap<>();

  Casting(List<RecordedSession> sessions) {
    free = new ArrayList<>(sessions);
  }

  /** The first session nobody plays among those given, those of the same application first. */
  synchronized Optional<RecordedSession> firstFree(
      List<RecordedSession> role, Map<String, String> parameters) {
    List<RecordedSession> mine = role.stream().filter(free::contains).toList();
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

  /** Another session is meant, if there is one that was the same so far and goes on like this. */
  synchronized void recast(StrictScript script, String meaning) {
    for (RecordedSession other : free) {
      if (script.couldBe(other) && script.continuesWith(other, meaning)) {
        free.remove(other);
        free.add(0, script.session());
        give(script, other);
        return;
      }
    }
    for (StrictScript player : players.keySet()) {
      RecordedSession other = player.session();
      boolean mine = script.couldBe(other) && script.continuesWith(other, meaning);
      if (player != script && mine && player.couldBe(script.session())) {
        give(player, script.session());
        give(script, other);
        return;
      }
    }
  }

  private void give(StrictScript script, RecordedSession session) {
    script.becomes(session);
    plays(session, players.getOrDefault(script, 0));
  }

  /** Whether a recorded message means what was said now; process ids are those of the players. */
  synchronized boolean same(Turn turn, String meaning) {
    return Meanings.same(livePids(turn.meaning()), meaning);
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
