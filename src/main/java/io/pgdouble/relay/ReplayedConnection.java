package io.pgdouble.relay;

import io.pgdouble.auth.FrontendLogin;
import io.pgdouble.trace.Comparison;
import io.pgdouble.trace.Crossing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One connection of a replay: what is expected of it is compared with what comes. After a
 * difference the two find together again at the next ReadyForQuery.
 */
final class ReplayedConnection {
  /** What a server may send at any moment. */
  private static final String UNASKED = "ANS";

  private final String name;
  private final FrontendSocket socket;
  private final Comparisons comparisons;
  private final Consumer<ReplayDifference> differences;
  private final Deque<Crossing> back = new ArrayDeque<>();
  private final List<String> owed = new ArrayList<>();
  private final List<String> early = new ArrayList<>();
  private List<Integer> oids = List.of();
  private String request = "";
  private long patience;
  private FrontendLogin login;
  private byte[] key = {};
  private boolean greeted;

  /** Both runs, as far as they are known. */
  record Comparisons(Comparison recorded, Comparison live, ReplayedOids oids) {}

  /**
   * @param patience how long an answer is waited for, in milliseconds
   */
  ReplayedConnection(
      String name,
      FrontendSocket socket,
      Comparisons comparisons,
      Consumer<ReplayDifference> differences) {
    this.name = name;
    this.socket = socket;
    this.comparisons = comparisons;
    this.differences = differences;
  }

  String name() {
    return name;
  }

  FrontendSocket socket() {
    return socket;
  }

  void waitAtMost(long millis) {
    patience = millis;
  }

  void loginBy(FrontendLogin way) {
    login = way;
  }

  boolean isGreeted() {
    return greeted;
  }

  /** The body of the BackendKeyData that came; empty before. */
  byte[] key() {
    return key;
  }

  /** Takes note of what is sent, and sends it. */
  void send(Crossing crossing, byte[] bytes) {
    comparisons.live().text(name, crossing);
    request = comparisons.recorded().text(name, crossing);
    socket.send(bytes);
  }

  /** Compares what was recorded with what comes. */
  void expect(Crossing recorded) {
    String expected = comparisons.recorded().text(name, recorded);
    oids = comparisons.oids().before(name, recorded);
    if (early.remove(expected)) {
      return;
    }
    Optional<Crossing> next = next();
    while (next.isPresent() && !sameKind(recorded, next.get())) {
      if (isUnasked(recorded) && !isUnasked(next.get())) {
        back.addFirst(next.get());
        owed.add(expected);
        return;
      }
      if (endsTurn(next.get()) && !endsTurn(recorded)) {
        back.addFirst(next.get());
        differ(Optional.of(expected), Optional.empty());
        return;
      }
      extra(next.get(), recorded);
      next = next();
    }
    compare(recorded, expected, next);
  }

  /** Something came that was not recorded here. */
  private void extra(Crossing came, Crossing recorded) {
    String found = comparisons.live().text(name, came);
    comparisons.oids().came(name, came);
    if (owed.remove(found)) {
      return;
    }
    if (isUnasked(came)) {
      early.add(found);
    } else {
      differ(Optional.empty(), Optional.of(found));
    }
    greeted |= endsTurn(recorded);
  }

  private void compare(Crossing recorded, String expected, Optional<Crossing> next) {
    if (next.isEmpty()) {
      differ(Optional.of(expected), Optional.empty());
      return;
    }
    String found = comparisons.live().text(name, next.get());
    comparisons.oids().learn(oids, comparisons.oids().came(name, next.get()));
    if (next.get() instanceof Crossing.Message message && message.type() == 'K') {
      key = message.body();
    }
    greeted |= endsTurn(recorded);
    if (!expected.equals(found)) {
      differ(Optional.of(expected), Optional.of(found));
    }
  }

  private void differ(Optional<String> expected, Optional<String> found) {
    differences.accept(new ReplayDifference(name, request, expected, found));
  }

  private static boolean sameKind(Crossing one, Crossing other) {
    return one instanceof Crossing.Message a && other instanceof Crossing.Message b
        ? a.type() == b.type()
        : one.getClass() == other.getClass();
  }

  private static boolean isUnasked(Crossing crossing) {
    return crossing instanceof Crossing.Message message && UNASKED.indexOf(message.type()) >= 0;
  }

  private static boolean endsTurn(Crossing crossing) {
    return crossing instanceof Crossing.Closed
        || crossing instanceof Crossing.Message message && message.type() == 'Z';
  }

  /** What comes next, after all that is said about who the frontend is. */
  private Optional<Crossing> next() {
    if (!back.isEmpty()) {
      return Optional.of(back.removeFirst());
    }
    Optional<Crossing> next = socket.next(patience);
    while (next.isPresent()
        && next.get() instanceof Crossing.Message asked
        && asked.type() == 'R') {
      Logins.answer(login, asked.body()).ifPresent(socket::send);
      next = socket.next(patience);
    }
    return next;
  }

  /** What was expected and never came, and what came and was not expected. */
  void end() {
    owed.forEach(line -> differ(Optional.of(line), Optional.empty()));
    early.forEach(line -> differ(Optional.empty(), Optional.of(line)));
    socket.close();
  }
}
