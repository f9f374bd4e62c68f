package io.pgdouble.relay;

import io.pgdouble.trace.Comparison;
import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Direction;
import io.pgdouble.trace.MessageLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What both ends of one connection said, each in its own order, as far as it can be compared with
 * another run. How encryption and authentication went does not count.
 */
final class Transcript {
  private static final String READY = "ReadyForQuery";

  private String name;
  private final List<String> requests = new ArrayList<>();
  private final List<List<String>> answers = new ArrayList<>(List.of(new ArrayList<>()));
  private String startup = "";
  private boolean greeted;

  Transcript(String name) {
    this.name = name;
  }

  /** The StartupMessage; empty where there was none. */
  String startup() {
    return startup;
  }

  /** From now on it bears the name of the one it is compared with, and its backend does. */
  void takesPartOf(Transcript other) {
    name = other.name;
  }

  /** Takes note of what crossed next. */
  void add(Crossing crossing, Comparison comparison) {
    String text = comparison.text(name, crossing);
    if (crossing instanceof Crossing.Startup packet) {
      startup = packet.layout() == MessageLayout.STARTUP_MESSAGE ? text : startup;
    } else if (crossing.direction() == Direction.FRONTEND) {
      if (greeted || !text.startsWith("PasswordMessage")) {
        requests.add(text);
      }
    } else if (!text.startsWith("Authentication ") && !isNegotiation(crossing)) {
      answer(text);
    }
  }

  private static boolean isNegotiation(Crossing crossing) {
    return crossing instanceof Crossing.NegotiationAnswer;
  }

  private void answer(String text) {
    answers.get(answers.size() - 1).add(text);
    if (text.startsWith(READY)) {
      greeted = true;
      answers.add(new ArrayList<>());
    }
  }

  /** Tells each difference from another run; up to where the frontend said something else. */
  void compare(Transcript live, Consumer<ReplayDifference> differences) {
    for (int i = 0; i < Math.max(answers.size(), live.answers.size()); i++) {
      compare(i, group(this, i), group(live, i), differences);
    }
    for (int i = 0; i < Math.max(requests.size(), live.requests.size()); i++) {
      Optional<String> expected = at(requests, i);
      Optional<String> found = at(live.requests, i);
      if (!expected.equals(found)) {
        differences.accept(new ReplayDifference(name, "what the frontend said", expected, found));
        return;
      }
    }
  }

  private void compare(
      int group,
      List<String> expected,
      List<String> found,
      Consumer<ReplayDifference> differences) {
    for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
      Optional<String> one = at(expected, i);
      Optional<String> other = at(found, i);
      if (!one.equals(other)) {
        differences.accept(new ReplayDifference(name, "ReadyForQuery " + group, one, other));
      }
    }
  }

  private static List<String> group(Transcript transcript, int index) {
    return index < transcript.answers.size() ? transcript.answers.get(index) : List.of();
  }

  private static Optional<String> at(List<String> lines, int index) {
    return index < lines.size() ? Optional.of(lines.get(index)) : Optional.empty();
  }
}
