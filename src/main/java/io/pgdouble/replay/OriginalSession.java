package io.pgdouble.replay;

import io.pgdouble.error.ErrorReport;
import io.pgdouble.error.ReportedError;
import io.pgdouble.error.SqlState;
import io.pgdouble.message.BackendMessage;
import io.pgdouble.message.ErrorResponse;
import io.pgdouble.message.FrontendMessage;
import io.pgdouble.message.ReadyForQuery;
import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Direction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The session of the original server behind one frontend. What a recording has answered is said to
 * it only when it is needed: it must have heard all that came before, or it could not answer.
 */
final class OriginalSession implements AutoCloseable {
  private static final long SLICE_MILLIS = 50;

  /** How long a cancelled answer may take. */
  private static final int SLICES_AFTER_CANCEL = 200;

  private final Original.Source source;
  private final Rest rest;
  private final byte[] startup;
  private final List<Unit> lag = new ArrayList<>();
  private Original original;
  private boolean skipping;
  private boolean failed;
  private boolean over;
  private boolean cancelled;
  private int slices;

  /** What a frontend said up to a point at which it expects answers. */
  private record Unit(List<FrontendMessage> messages, boolean failed) {}

  OriginalSession(Original.Source source, byte[] startup, Rest rest) {
    this.source = source;
    this.startup = startup;
    this.rest = rest;
  }

  boolean isConnected() {
    return original != null;
  }

  /** Whether the server has ended it. */
  boolean isOver() {
    return over;
  }

  /** A recording has answered this. */
  void missed(List<FrontendMessage> unit, Played known) {
    lag.add(new Unit(List.copyOf(unit), known.fails()));
  }

  /**
   * Connects, and says all that it has missed.
   *
   * @param greeting hears how the session begins, if it begins now
   * @throws ReportedError FATAL if it is not to be had, or is not where the recording is
   */
  void catchUp(Consumer<BackendMessage> greeting) {
    if (original == null) {
      greet(greeting);
    }
    for (Unit unit : lag) {
      List<ErrorResponse> errors = new ArrayList<>();
      say(unit.messages());
      hear(
          unit.messages(),
          message -> {
            if (message instanceof ErrorResponse error) {
              errors.add(error);
            }
          });
      if (errors.isEmpty() == unit.failed()) {
        throw elsewhere(unit, errors);
      }
    }
    lag.clear();
  }

  private static ReportedError elsewhere(Unit unit, List<ErrorResponse> errors) {
    return ErrorReport.notSimulated("what neither its recording nor the server it spies on knows")
        .withSeverity(io.pgdouble.error.Severity.FATAL)
        .withDetail(
            "The server was to be brought to where the recording is, and answered "
                + RawText.brief(unit.messages().get(0))
                + (errors.isEmpty() ? " without its error." : " with " + errors.get(0) + "."))
        .toException();
  }

  /** Begins the session; what greets the frontend is heard. */
  void greet(Consumer<BackendMessage> heard) {
    original = source.connect(startup);
    hear('Q', new ArrayDeque<>(), heard);
  }

  void say(List<FrontendMessage> messages) {
    messages.forEach(this::say);
  }

  void say(FrontendMessage message) {
    original.say(
        new Crossing.Message(Direction.FRONTEND, (byte) message.type(), RawText.body(message)));
  }

  /** The answers to what was said last, up to the point at which the frontend has to go on. */
  void hear(List<FrontendMessage> unit, Consumer<BackendMessage> heard) {
    Deque<Character> asked = new ArrayDeque<>();
    unit.stream()
        .map(FrontendMessage::type)
        .filter(type -> TurnPlayer.BUFFERED.indexOf(type) >= 0)
        .forEach(asked::add);
    char last = unit.get(unit.size() - 1).type();
    if (last != 'X') {
      hear(last, asked, heard);
    }
  }

  private void hear(char last, Deque<Character> asked, Consumer<BackendMessage> heard) {
    cancelled = false;
    slices = 0;
    failed = false;
    while (last != 'H' || !asked.isEmpty() && !skipping) {
      Optional<BackendMessage> next = message(await());
      if (next.isEmpty()) {
        return;
      }
      BackendMessage message = next.get();
      heard.accept(message);
      if (message instanceof ErrorResponse) {
        skipping = true;
        failed = true;
      } else if (message instanceof ReadyForQuery) {
        skipping = false;
      } else if (!asked.isEmpty() && Attribution.completes(asked.peek(), message.type())) {
        asked.remove();
      }
      if ("ZGW".indexOf(message.type()) >= 0) {
        return;
      }
    }
  }

  /** What has come by itself since. */
  void hearLate(Consumer<BackendMessage> heard) {
    failed = false;
    Optional<Crossing> late = original.next(0);
    while (late.isPresent() && !over) {
      Optional<BackendMessage> message = message(late.get());
      message.ifPresent(heard);
      failed |= message.filter(ErrorResponse.class::isInstance).isPresent();
      late = original.next(0);
    }
  }

  private Crossing await() {
    Optional<Crossing> next = original.next(SLICE_MILLIS);
    while (next.isEmpty()) {
      if (rest.isInterrupted() && !cancelled) {
        cancelled = true;
        original.cancel();
      }
      slices += cancelled ? 1 : 0;
      if (slices > SLICES_AFTER_CANCEL) {
        throw lost("it does not answer").toException();
      }
      next = original.next(SLICE_MILLIS);
    }
    return next.get();
  }

  /** Empty at the end, of which the original has told why. */
  private Optional<BackendMessage> message(Crossing crossing) {
    if (crossing instanceof Crossing.Message message) {
      BackendMessage known =
          RawText.backend(message)
              .orElseThrow(() -> lost("it says what nobody knows").toException());
      return Optional.of(known);
    }
    over = true;
    if (failed) {
      return Optional.empty();
    }
    throw lost("it closed the connection").toException();
  }

  private static ErrorReport lost(String why) {
    return ErrorReport.fatal(
        SqlState.CONNECTION_FAILURE, "pgdouble has lost the server it spies on: " + why);
  }

  @Override
  public void close() {
    if (original != null) {
      original.close();
    }
  }
}
