package io.pgdouble.replay;

import io.pgdouble.message.BackendMessage;
import io.pgdouble.message.BodyReader;
import io.pgdouble.message.FrontendMessage;
import io.pgdouble.message.PasswordMessage;
import io.pgdouble.message.ReadyForQuery;
import io.pgdouble.replay.Turn.Place;
import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Direction;
import io.pgdouble.trace.Happening;
import io.pgdouble.trace.MessageLayout;
import io.pgdouble.trace.Recorded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A connection of a recording that asked for a session: who asked, its greeting, its turns. */
final class RecordedSession {
  private final String name;
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private final List<BackendMessage> greeting = new ArrayList<>();
  private final Attribution attribution = new Attribution();
  private final Meanings meanings = new Meanings();
  private char status = 'I';
  private boolean started;
  private boolean greeted;

  RecordedSession(String name) {
    this.name = name;
  }

  /** The connection's name in the recording. */
  String name() {
    return name;
  }

  /** Whether it asked for a session at all: a CancelRequest does not. */
  boolean isStarted() {
    return started;
  }

  String user() {
    return parameters.getOrDefault("user", "");
  }

  String database() {
    String database = parameters.getOrDefault("database", "");
    return database.isEmpty() ? user() : database;
  }

  boolean hasRoleOf(RecordedSession other) {
    return user().equals(other.user()) && database().equals(other.database());
  }

  boolean hasApplicationOf(Map<String, String> others) {
    String name = "application_name";
    return parameters.getOrDefault(name, "").equals(others.getOrDefault(name, ""));
  }

  /** What came before its first turn, up to ReadyForQuery or the error that refused it. */
  List<BackendMessage> greeting() {
    return greeting;
  }

  List<Turn> turns() {
    return attribution.turns();
  }

  /** Takes note of what happened next. */
  void see(Recorded event, int position) {
    if (!(event.happening() instanceof Happening.Crossed crossed)) {
      return;
    }
    Place place = new Place(position, event.micros());
    if (crossed.crossing() instanceof Crossing.Startup startup) {
      see(startup);
    } else if (crossed.crossing() instanceof Crossing.Message message) {
      see(message, place);
    } else if (crossed.crossing() instanceof Crossing.Closed) {
      attribution.closed();
    }
  }

  private void see(Crossing.Startup startup) {
    if (startup.layout() != MessageLayout.STARTUP_MESSAGE) {
      return;
    }
    started = true;
    BodyReader in = new BodyReader(startup.body(), RawText.ENCODING);
    in.int32();
    for (String word = in.string(); !word.isEmpty(); word = in.string()) {
      parameters.put(word, in.string());
    }
  }

  private void see(Crossing.Message message, Place place) {
    if (message.direction() == Direction.BACKEND) {
      RawText.backend(message).ifPresent(decoded -> backend(decoded, place));
    } else if (greeted || message.type() != PasswordMessage.TYPE) {
      FrontendMessage decoded = RawText.frontend(message);
      attribution.frontend(decoded, place);
      lastTurn().ifPresent(turn -> turn.means(decoded.accept(meanings)));
      lastTurn().ifPresent(turn -> turn.saidIn(status));
    }
  }

  private Optional<Turn> lastTurn() {
    return turns().isEmpty() ? Optional.empty() : Optional.of(turns().get(turns().size() - 1));
  }

  /** What comes by itself before the first turn belongs to the greeting. */
  private void backend(BackendMessage message, Place place) {
    if (message instanceof ReadyForQuery ready) {
      status = ready.status();
    }
    if (!greeted || turns().isEmpty()) {
      greeting.add(message);
      greeted |= message.type() == ReadyForQuery.TYPE;
    } else {
      attribution.backend(message, place);
    }
  }
}
