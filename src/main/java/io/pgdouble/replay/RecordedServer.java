package io.pgdouble.replay;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.Severity;
import io.pgdouble.message.Authentication;
import io.pgdouble.message.AuthenticationOk;
import io.pgdouble.message.BackendSink;
import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Direction;
import io.pgdouble.trace.Happening;
import io.pgdouble.trace.Masks;
import io.pgdouble.trace.MessageLayout;
import io.pgdouble.trace.Recorded;
import io.pgdouble.trace.Recording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A recording that answers frontends. Sessions that come now take the parts of those that were
 * recorded for the same role and database. Used by many threads.
 */
public final class RecordedServer {
  /** What came faster was not due to what somebody else said meanwhile. In microseconds. */
  private static final long SHORTEST_WAIT = 5_000;

  /** The place of what was not recorded: nobody waits for it. */
  private static final int NOWHERE = Integer.MAX_VALUE;

  private volatile List<RecordedSession> sessions = new ArrayList<>();
  private volatile Optional<String> password = Optional.empty();
  private final List<Deviation> deviations = new ArrayList<>();
  private final Progress progress = new Progress();
  private final Casting casting;
  private final Mode mode;
  private final Optional<Original.Source> originals;
  private final Additions additions;
  private final Map<Integer, Integer> originalPids = new ConcurrentHashMap<>();

  /** How closely a recording is followed. */
  public enum Mode {
    /** In order; a message that was not recorded there ends the session with an error. */
    STRICT,
    /** Each message is answered as it was anywhere in the recording, for the same role. */
    LOOSE,
    /** The same; what is not known is relayed to a server, and added. */
    SPY
  }

  private RecordedServer(
      Recording recording, Mode mode, Optional<Original.Source> originals, Masks masks) {
    this.mode = mode;
    this.originals = originals;
    additions = new Additions(recording, masks);
    Map<String, RecordedSession> all = new LinkedHashMap<>();
    for (int i = 0; i < recording.events().size(); i++) {
      Recorded event = recording.events().get(i);
      all.computeIfAbsent(event.connection(), RecordedSession::new).see(event, i);
    }
    all.values().stream().filter(RecordedSession::isStarted).forEach(sessions::add);
    casting = new Casting(sessions);
    sessions.forEach(session -> findAwaited(session, recording.events()));
  }

  /** A server that answers as a recording did. */
  public static RecordedServer of(Recording recording, Mode mode) {
    if (mode == Mode.SPY) {
      throw new IllegalArgumentException("found no server to spy on (expected: one, by spyingOn)");
    }
    return new RecordedServer(recording, mode, Optional.empty(), Masks.NONE);
  }

  /**
   * A server that answers as a recording did where it knows how, and asks another server where it
   * does not; {@link #recording} has both.
   */
  public static RecordedServer spyingOn(Original.Source originals, Recording recording) {
    return spyingOn(originals, recording, Masks.NONE);
  }

  /**
   * The same.
   *
   * @param masks what is not to stand in what is added, besides secrets
   */
  public static RecordedServer spyingOn(
      Original.Source originals, Recording recording, Masks masks) {
    return new RecordedServer(recording, Mode.SPY, Optional.of(originals), masks);
  }

  /** Who answers one frontend. */
  public RecordedPart part(BackendSink sink, Rest rest) {
    return mode == Mode.SPY
        ? new SpyPerformer(this, sink, rest)
        : new RecordedPerformer(this, sink, rest);
  }

  Original.Source originals() {
    return originals.orElseThrow();
  }

  Additions additions() {
    return additions;
  }

  /** Process ids of our backends by those of the original's. */
  Map<Integer, Integer> originalPids() {
    return originalPids;
  }

  /** A conversation has ended; others may know now what it has heard. */
  void added(Additions.Line line) {
    if (!additions.isKept(line.name())) {
      return;
    }
    RecordedSession session = new RecordedSession(line.name());
    additions.of(line.name()).forEach(event -> session.see(event, NOWHERE));
    synchronized (this) {
      sessions = new ArrayList<>(sessions);
      sessions.add(session);
    }
    casting.add(session);
  }

  /** The recording, and what was added to it since. */
  public Recording recording() {
    return additions.all();
  }

  /** How many conversations were added. */
  public int added() {
    return additions.count();
  }

  private static void findAwaited(RecordedSession session, List<Recorded> events) {
    for (Turn turn : session.turns()) {
      if (turn.duration() >= SHORTEST_WAIT) {
        turn.awaits(foreign(session.name(), turn.position(), turn.answered().position(), events));
      }
      if (!turn.late().isEmpty()) {
        int answered = turn.answered().position();
        turn.awaitsLate(foreign(session.name(), answered, turn.lateAt().position(), events));
      }
    }
  }

  private static List<Integer> foreign(String own, int from, int to, List<Recorded> events) {
    List<Integer> foreign = new ArrayList<>();
    for (int i = from + 1; i < to; i++) {
      Recorded event = events.get(i);
      if (!event.connection().equals(own) && isRequest(event)) {
        foreign.add(i);
      }
    }
    return foreign;
  }

  /** A CancelRequest is never played by anybody, but it reaches who waits as an interrupt. */
  private static boolean isRequest(Recorded event) {
    return event.happening() instanceof Happening.Crossed crossed
        && crossed.crossing().direction() == Direction.FRONTEND
        && (crossed.crossing() instanceof Crossing.Message || isCancel(crossed.crossing()));
  }

  private static boolean isCancel(Crossing crossing) {
    return crossing instanceof Crossing.Startup startup
        && startup.layout() == MessageLayout.CANCEL_REQUEST;
  }

  /** A recorded session, and how it is followed by who plays it. */
  record Part(RecordedSession session, Script script) {}

  /** Who asks for a session: his name, his database, and what else may help to choose. */
  record Asking(String user, String database, Map<String, String> parameters) {}

  /**
   * The part that a session takes that begins now. At no moment is it neither free nor played: who
   * means another may need it.
   *
   * @param pid of who plays it
   * @param block in which he is
   */
  Optional<Part> cast(Asking asking, int pid, TransactionBlock block) {
    synchronized (casting) {
      return choose(asking.user(), asking.database(), asking.parameters())
          .map(session -> new Part(session, script(session, pid, block)));
    }
  }

  private Optional<RecordedSession> choose(
      String user, String database, Map<String, String> parameters) {
    List<RecordedSession> role = ofRole(sessions, user, database);
    Optional<RecordedSession> free = casting.firstFree(role, parameters);
    return switch (mode) {
      case STRICT -> free;
      case LOOSE, SPY -> free.or(() -> role.stream().findFirst());
    };
  }

  private static List<RecordedSession> ofRole(
      List<RecordedSession> some, String user, String database) {
    return some.stream()
        .filter(each -> each.user().equals(user) && each.database().equals(database))
        .toList();
  }

  /** From now on frontends have to know it; without this nobody is asked for any. */
  public void demandPassword(String theirs) {
    password = Optional.of(theirs);
  }

  /** What frontends have to know. */
  public Optional<String> password() {
    return password;
  }

  /** What the recorded sessions of a role were asked to prove themselves by; empty for nothing. */
  public Optional<Authentication> asked(String user, String database) {
    return ofRole(sessions, user, database).stream()
        .flatMap(session -> session.greeting().stream())
        .filter(Authentication.class::isInstance)
        .map(Authentication.class::cast)
        .filter(message -> !(message instanceof AuthenticationOk))
        .findFirst();
  }

  private Script script(RecordedSession session, int pid, TransactionBlock block) {
    return switch (mode) {
      case STRICT -> {
        StrictScript script = new StrictScript(casting, session);
        casting.begins(script, pid);
        yield script;
      }
      case LOOSE, SPY -> {
        casting.plays(session, pid);
        List<RecordedSession> role = ofRole(sessions, session.user(), session.database());
        yield new LooseScript(casting, session, role, block);
      }
    };
  }

  /** Nobody plays it any more. */
  void ended(Script script) {
    if (script instanceof StrictScript strict) {
      casting.ends(strict);
    }
  }

  /** Why nobody plays for this user. */
  ErrorReport noPart(String user, String database) {
    String session =
        (mode == Mode.STRICT ? "another" : "a")
            + " session of \"%s\" in \"%s\"".formatted(user, database);
    deviates(new Deviation("StartupMessage for " + session, Optional.empty(), Optional.empty()));
    return ErrorReport.notSimulated(session + ", which its recording does not have")
        .withSeverity(Severity.FATAL);
  }

  /** The process id of who plays the recorded backend; the recorded one if nobody does. */
  int livePid(int recorded) {
    return casting.livePid(recorded);
  }

  /** The OIDs that frontends say. */
  SaidOids oids() {
    return casting.oids();
  }

  Progress progress() {
    return progress;
  }

  synchronized Deviation deviates(Deviation deviation) {
    deviations.add(deviation);
    return deviation;
  }

  List<Turn> turnsLike(RecordedSession session) {
    List<Turn> turns = new ArrayList<>();
    ofRole(sessions, session.user(), session.database())
        .forEach(each -> turns.addAll(each.turns()));
    return turns;
  }

  /** What frontends said that was not recorded, in the order of their saying. */
  public synchronized List<Deviation> deviations() {
    return List.copyOf(deviations);
  }

  /** The names of the recorded sessions that nobody has played. */
  public List<String> unplayed() {
    return casting.unplayed();
  }
}
