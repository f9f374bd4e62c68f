package io.pgdouble.validation;

import io.pgdouble.trace.Direction;
import io.pgdouble.trace.MessageLayout;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Judges one connection while it is used, or afterwards. It is told of everything that crosses, in
 * the order it was seen; verdicts leave through a sink. What the frontend says ahead of the answers
 * is kept until the backend must have come to it: so a pipeline is judged as it is acted on.
 */
public final class Validator implements Findings {
  private static final Set<Letter> FLUSHING =
      EnumSet.of(Letter.FLUSH, Letter.SYNC, Letter.QUERY, Letter.FUNCTION_CALL);

  private final Consumer<Verdict> verdicts;
  private final Body body = new Body();
  private final FrontendReader frontendReader = new FrontendReader(this);
  private final BackendReader backendReader = new BackendReader(this);
  private final Contents contents = new Contents(this, backendReader, frontendReader);
  private final Deque<Request> waiting = new ArrayDeque<>();
  private Place place;
  private Request current = Request.of(Letter.FLUSH, 0);
  private int number;
  private int readNumber;
  private Letter read = Letter.FLUSH;
  private byte readType;
  private int syncsWithinCopy;
  private int spareReadies;
  private int skipped;
  private boolean glimpsed;
  private boolean lost;
  private boolean frontendGone;

  private Validator(Place place, Consumer<Verdict> verdicts) {
    this.place = place;
    this.verdicts = verdicts;
  }

  /** Judges a connection from its first byte. */
  public static Validator fromStart(Consumer<Verdict> verdicts) {
    return new Validator(Place.OPENED, verdicts);
  }

  /** Judges a connection of which the beginning was not seen: somebody has logged in. */
  public static Validator amid(Consumer<Verdict> verdicts) {
    return new Validator(Place.READY, verdicts);
  }

  /** Where the conversation stands. */
  public Place place() {
    return place;
  }

  /** How many messages it was told of. */
  public int messages() {
    return number;
  }

  /** How many messages of the frontend were skipped after an error. */
  public int skipped() {
    return skipped;
  }

  /** A packet that has no type: the beginning. The bytes are those after the length. */
  public void packet(byte[] bytes, int from, int to) {
    body.over(bytes, from, to);
    begin(FrontendReader.kind(body));
    hear(frontendReader.packet(body, number));
  }

  /** A message of the frontend. The bytes are those after the length. */
  public void frontend(byte type, byte[] bytes, int from, int to) {
    begin(Letter.UNKNOWN_FRONTEND);
    readType = type;
    hear(frontendReader.message(type, body.over(bytes, from, to), number));
  }

  /** A message of the frontend that nobody has kept, or whose length cannot be. */
  public void frontend(Letter letter) {
    begin(letter);
    hear(Request.of(letter, number));
  }

  /** A message of the frontend whose body was too great to keep. */
  public void frontendUnread(byte type) {
    frontend(
        switch (type) {
          case 'Q' -> Letter.QUERY;
          case 'F' -> Letter.FUNCTION_CALL;
          case 'd' -> Letter.FRONTEND_COPY_DATA;
          case 'p' -> Letter.PASSWORD_MESSAGE;
          default -> Letter.MALFORMED_EXTENDED;
        });
  }

  /** A message of the backend. The bytes are those after the length. */
  public void backend(byte type, byte[] bytes, int from, int to) {
    begin(Letter.UNKNOWN_BACKEND);
    readType = type;
    said(backendReader.read(type, body.over(bytes, from, to)));
  }

  /** A message of the backend that is known as far as a log tells of it. */
  public void glimpse(byte type, byte[] known) {
    begin(Letter.UNKNOWN_BACKEND);
    readType = type;
    glimpsed = true;
    Letter letter = backendReader.read(type, body.over(known, 0, known.length));
    glimpsed = false;
    backendReader.forgetCounts();
    said(letter);
  }

  /** What the backend says without a message: the answer to SSLRequest, an old error. */
  public void backend(Letter letter) {
    begin(letter);
    said(letter);
  }

  /** Bytes of either side that are no message. */
  public void fragment(Direction side, int length) {
    begin(side == Direction.FRONTEND ? Letter.PART_OF_MESSAGE : Letter.PART_OF_ANSWER);
    give(side, Rule.WHOLE_MESSAGES, length + " bytes that are no message");
  }

  /** The frontend has closed, or will not send any more. */
  public void frontendClosed() {
    if (inSession()) {
      begin(Letter.LEFT);
      give(Direction.FRONTEND, Rule.ENDS_WITH_TERMINATE, "it closed without Terminate");
    }
    frontendGone = true;
  }

  /** The backend has closed. */
  public void backendClosed() {
    begin(Letter.CLOSED);
    if (!frontendGone && owes()) {
      closedInDebt();
    } else if (!frontendGone && inSession() && place.turn() == Place.Turn.LISTENING) {
      give(Direction.BACKEND, Rule.ENDS_WITH_A_WORD, "it closed without a word");
    }
    waiting.clear();
    place = Place.OVER;
  }

  /** Nothing more is known of the connection. */
  public void end() {
    if (!frontendGone && place != Place.OVER && owes() && !isUnflushed()) {
      readType = 0;
      give(
          Direction.BACKEND,
          Rule.ENDS_WITH_THE_ANSWER,
          "it owes an answer to " + current.letter().title());
    }
  }

  private void closedInDebt() {
    if (endWasAskedFor() && isUnflushed()) {
      return;
    }
    give(
        Direction.BACKEND,
        endWasAskedFor() ? Rule.ALL_IS_ANSWERED : Rule.ENDS_WITH_A_WORD,
        "it closed and owes an answer to " + current.letter().title());
  }

  private boolean inSession() {
    return place.part() != SubProtocol.TERMINATION && place.part() != SubProtocol.STARTUP;
  }

  private boolean endWasAskedFor() {
    return waiting.stream().anyMatch(request -> request.letter() == Letter.TERMINATE);
  }

  /** Answers of a pipeline stay with the backend until a Flush or a Sync. */
  private boolean isUnflushed() {
    return place.part() == SubProtocol.EXTENDED_QUERY
        && !answersSync()
        && waiting.stream().noneMatch(request -> FLUSHING.contains(request.letter()));
  }

  private boolean answersSync() {
    return place == Place.SYNCING
        || place == Place.SYNCING_AFTER_ERROR
        || place == Place.SYNC_FAILED;
  }

  private boolean owes() {
    return place.turn() == Place.Turn.ANSWERING && place != Place.NOT_UNDERSTOOD;
  }

  private void begin(Letter letter) {
    number++;
    read = letter;
    readType = 0;
    readNumber = number;
  }

  private void hear(Request request) {
    if (place.turn() == Place.Turn.LISTENING && waiting.isEmpty()) {
      act(request);
    } else {
      waiting.add(request);
      early(request);
    }
  }

  /** Bytes between a request for encryption and its answer may be somebody else's. */
  private void early(Request request) {
    boolean asked =
        place == Place.ASKED_FOR_TLS
            || place == Place.ASKED_FOR_GSS
            || place == Place.ASKED_FOR_TLS_TOO
            || place == Place.ASKED_FOR_GSS_TOO;
    if (asked) {
      read = request.letter();
      give(Direction.FRONTEND, Rule.NOTHING_BEFORE_ENCRYPTION, "it was sent before the answer");
    }
  }

  private void act(Request request) {
    readType = 0;
    read = request.letter();
    readNumber = request.number();
    Optional<Move> move = Automaton.move(place, request.letter());
    if (move.isEmpty()) {
      give(Direction.FRONTEND, Rule.FOLLOWS_THE_TABLE, expected(Direction.FRONTEND));
      return;
    }
    if (move.get().broken().isPresent() && !contents.excuses(request.letter())) {
      Rule broken = move.get().broken().get();
      give(Direction.FRONTEND, broken, found(broken));
    }
    if (request.letter() == Letter.SYNC && place.part() == SubProtocol.COPY) {
      syncsWithinCopy++;
    }
    skipped += place == Place.SKIPPING && move.get().to() == Place.SKIPPING ? 1 : 0;
    current = request;
    place = move.get().to();
    contents.asked(request, place);
  }

  private void said(Letter letter) {
    read = letter;
    Optional<Move> move = Automaton.move(place, letter);
    if (letter == Letter.READY_FOR_QUERY && (lost || move.isEmpty())) {
      strayReady();
    } else if (move.isPresent()) {
      answered(letter, move.get());
    } else {
      unexpected(letter);
    }
    while (place.turn() == Place.Turn.LISTENING && !waiting.isEmpty()) {
      act(waiting.remove());
    }
  }

  private void answered(Letter letter, Move move) {
    if (lost && move.to() != Place.ENDING) {
      return;
    }
    Place at = place;
    if (move.broken().isPresent()) {
      give(Direction.BACKEND, move.broken().get(), move.broken().get().sentence());
    }
    place = move.to();
    contents.answered(letter, at, current);
    if (at.part() == SubProtocol.COPY && place.part() != SubProtocol.COPY) {
      spareReadies = letter == Letter.ERROR ? syncsWithinCopy : 0;
      syncsWithinCopy = 0;
    }
  }

  /** One verdict tells it; what follows up to the next ReadyForQuery would only repeat it. */
  private void unexpected(Letter letter) {
    if (lost) {
      return;
    }
    Rule rule =
        place == Place.ASKED_TO_CANCEL
            ? Rule.CANCEL_IS_SILENT
            : letter == Letter.UNKNOWN_BACKEND
                ? Rule.KNOWN_TYPE
                : place == Place.TERMINATED ? Rule.NOTHING_AFTER_TERMINATE : Rule.FOLLOWS_THE_TABLE;
    give(Direction.BACKEND, rule, expected(Direction.BACKEND));
    lost = letter != Letter.UNKNOWN_BACKEND && place.part() != SubProtocol.TERMINATION;
  }

  /** One that nobody is known to have asked for. A Sync that a failed COPY has left may have. */
  private void strayReady() {
    if (!lost && spareReadies > 0) {
      spareReadies--;
      place = place == Place.SKIPPING ? Place.READY : place;
      return;
    }
    if (!lost) {
      give(Direction.BACKEND, Rule.FOLLOWS_THE_TABLE, expected(Direction.BACKEND));
    }
    if (place.part() == SubProtocol.TERMINATION) {
      return;
    }
    if (place.part() == SubProtocol.EXTENDED_QUERY && !answersSync()) {
      dropUpToSync();
    }
    lost = false;
    place = Place.READY;
    contents.forget();
  }

  private void dropUpToSync() {
    while (!waiting.isEmpty() && waiting.remove().letter() != Letter.SYNC) {
      continue;
    }
  }

  private String found(Rule broken) {
    return broken == Rule.FOLLOWS_THE_TABLE ? expected(Direction.FRONTEND) : broken.sentence();
  }

  private String expected(Direction side) {
    String letters =
        Automaton.expected(place, side).stream()
            .map(Letter::title)
            .collect(Collectors.joining(", "));
    return "expected " + (letters.isEmpty() ? "nothing of this side" : letters);
  }

  private void give(Direction side, Rule rule, String detail) {
    String name = MessageLayout.of(side, readType).map(MessageLayout::title).orElseGet(read::title);
    verdicts.accept(new Verdict(side, readNumber, name, place, rule, detail));
  }

  @Override
  public void frontend(Rule rule, String detail) {
    give(Direction.FRONTEND, rule, detail);
  }

  @Override
  public void backend(Rule rule, String detail) {
    if (!glimpsed) {
      give(Direction.BACKEND, rule, detail);
    }
  }
}
