package io.pgdouble.validation;

import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Happening;
import io.pgdouble.trace.Recorded;
import io.pgdouble.trace.Recording;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a driver really does: counted over the conversations of a recording. */
public final class Habits {
  private final Map<Habit.Kind, Long> counts = new EnumMap<>(Habit.Kind.class);
  private int connections;

  private Habits() {}

  /** The habits of each connection, by name, and of all of them together under an empty name. */
  public static Map<String, List<Habit>> of(Recording recording) {
    Map<String, List<Habit>> habits = new LinkedHashMap<>();
    Habits all = new Habits();
    for (String name : recording.connections()) {
      Habits one = new Habits();
      one.see(recording.of(name));
      all.add(one);
      habits.put(name, one.told());
    }
    habits.put("", all.told());
    return habits;
  }

  private void see(List<Recorded> events) {
    HabitCounter counter = new HabitCounter(counts);
    for (Recorded event : events) {
      if (event.happening() instanceof Happening.Opened) {
        connections += counter.isFresh() ? 0 : 1;
        counter.end();
        counter = new HabitCounter(counts);
      } else if (event.happening() instanceof Happening.Left) {
        counter.left();
      } else if (event.happening() instanceof Happening.Crossed crossed) {
        counter.cross(crossed.crossing());
      }
    }
    counter.end();
    connections++;
  }

  private void add(Habits one) {
    connections += one.connections;
    one.counts.forEach(
        (kind, count) ->
            counts.merge(
                kind,
                count,
                kind == Habit.Kind.DEEPEST_PIPELINE ? (a, b) -> Math.max(a, b) : Long::sum));
  }

  private List<Habit> told() {
    List<Habit> told = new ArrayList<>();
    for (Habit.Kind kind : Habit.Kind.values()) {
      long count = counts.getOrDefault(kind, 0L);
      if (count > 0) {
        told.add(new Habit(kind, count, whole(kind)));
      }
    }
    return told;
  }

  /** Of how many such a count is a part. */
  private long whole(Habit.Kind kind) {
    return switch (kind) {
      case PARSED_AGAIN, NEVER_CLOSED -> count(Habit.Kind.PARSED);
      case DESCRIBED_AGAIN, DESCRIBED_IN_VAIN -> count(Habit.Kind.DESCRIBED);
      case SYNCS_OF_ONE, SUSPENDED -> count(Habit.Kind.EXECUTED);
      case LONE_TRANSACTION_COMMANDS -> count(Habit.Kind.ROUND_TRIPS);
      case UNREAD_ERRORS -> count(Habit.Kind.ERRORS);
      case SKIPPED -> count(Habit.Kind.SENT);
      case LEFT_IN_TRANSACTION, LEFT_WITHOUT_TERMINATE -> connections;
      default -> 0;
    };
  }

  private long count(Habit.Kind kind) {
    return counts.getOrDefault(kind, 0L);
  }

  /** Whether something crossed, and was not only awaited. */
  static boolean isMessage(Crossing crossing) {
    return crossing instanceof Crossing.Message
        || crossing instanceof Crossing.Glimpse
        || crossing instanceof Crossing.Startup
        || crossing instanceof Crossing.NegotiationAnswer;
  }
}
