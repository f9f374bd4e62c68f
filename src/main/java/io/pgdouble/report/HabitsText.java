package io.pgdouble.report;

import io.pgdouble.validation.Habit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a driver really does, for a reader of a terminal. */
public final class HabitsText {
  private HabitsText() {}

  /**
   * All connections, and all of them together.
   *
   * @param habits by the connections' names; those of all under an empty one
   */
  public static String of(String file, Map<String, List<Habit>> habits) {
    StringBuilder out = new StringBuilder();
    boolean several = habits.size() > 2;
    habits.forEach(
        (name, told) -> {
          if (several || !name.isEmpty()) {
            out.append(file).append(name.isEmpty() ? ", all connections" : ", " + name);
            out.append('\n');
            told.forEach(habit -> out.append(line(habit)));
          }
        });
    return out.toString();
  }

  private static String line(Habit habit) {
    String mark = habit.kind().costs() ? "!" : " ";
    String of = habit.of() > 0 ? " of " + habit.of() : "";
    return String.format(
        Locale.ROOT, " %s %8d%-10s %s%n", mark, habit.count(), of, habit.kind().words());
  }
}
