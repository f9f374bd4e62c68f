package io.pgdouble.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.trace.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is counted, and of how many. */
class HabitsTest {
  private static Map<Habit.Kind, Long> counts(List<Habit> habits) {
    Map<Habit.Kind, Long> counts = new EnumMap<>(Habit.Kind.class);
    habits.forEach(habit -> counts.put(habit.kind(), habit.count()));
    return counts;
  }

  private static Recording conversation(String... lines) {
    return Recording.read(
        "pgdouble-trace 1\nkind\trecording\n\n" + String.join("\n", lines) + "\n");
  }

  @Test
  void a_statement_prepared_and_described_again_and_again_is_told_of() {
    Recording recording =
        conversation(
            "A F Parse \"s1\" \"SELECT 1\" 0",
            "A F Describe S \"s1\"",
            "A F Sync",
            "A B ParseComplete",
            "A B ParameterDescription 0",
            "A B RowDescription 1 \"?column?\" 0 0 23 4 -1 0",
            "A B ReadyForQuery I",
            "A F Parse \"s2\" \"SELECT 1\" 0",
            "A F Bind \"\" \"s1\" 0 0 0",
            "A F Describe P \"\"",
            "A F Execute \"\" 0",
            "A F Sync",
            "A B ParseComplete",
            "A B BindComplete",
            "A B RowDescription 1 \"?column?\" 0 0 23 4 -1 0",
            "A B DataRow 1 1 '1'",
            "A B CommandComplete \"SELECT 1\"",
            "A B ReadyForQuery I",
            "A F Close S \"s1\"",
            "A F Sync",
            "A B CloseComplete",
            "A B ReadyForQuery I",
            "A F Terminate");
    assertThat(counts(Habits.of(recording).get("A")))
        .containsEntry(Habit.Kind.PARSED, 2L)
        .containsEntry(Habit.Kind.PARSED_AGAIN, 1L)
        .containsEntry(Habit.Kind.DESCRIBED, 2L)
        .containsEntry(Habit.Kind.DESCRIBED_AGAIN, 1L)
        .containsEntry(Habit.Kind.NEVER_CLOSED, 1L)
        .containsEntry(Habit.Kind.SYNCS_OF_ONE, 1L)
        .containsEntry(Habit.Kind.ROUND_TRIPS, 3L)
        .doesNotContainKeys(Habit.Kind.DESCRIBED_IN_VAIN, Habit.Kind.ERRORS);
  }

  @Test
  void the_portals_of_a_statement_have_the_columns_that_it_had() {
    Recording recording =
        conversation(
            "A F Parse \"p1\" \"SELECT $1\" 0",
            "A F Bind \"\" \"p1\" 0 1 1 'a' 0",
            "A F Describe P \"\"",
            "A F Execute \"\" 0",
            "A F Sync",
            "A B ReadyForQuery I",
            "A F Bind \"\" \"p1\" 0 1 1 'b' 0",
            "A F Describe P \"\"",
            "A F Execute \"\" 0",
            "A F Sync",
            "A B ReadyForQuery I",
            "A F Parse \"p1\" \"SELECT 2\" 0",
            "A F Bind \"\" \"p1\" 0 0 0",
            "A F Describe P \"\"",
            "A F Describe P \"a_cursor\"",
            "A F Sync",
            "A B ReadyForQuery I",
            "A F Terminate");
    assertThat(counts(Habits.of(recording).get("A")))
        .containsEntry(Habit.Kind.DESCRIBED, 4L)
        .containsEntry(Habit.Kind.DESCRIBED_AGAIN, 1L)
        .containsEntry(Habit.Kind.ROUND_TRIPS, 3L);
  }

  @Test
  void errors_nobody_reads_and_transactions_left_open_are_told_of() {
    Recording recording =
        conversation(
            "A F Query \"BEGIN\"",
            "A B CommandComplete \"BEGIN\"",
            "A B ReadyForQuery T",
            "A F Query \"SELECT pg_sleep(10)\"",
            "A F Terminate",
            "A close",
            "A B ErrorResponse S \"ERROR\" V \"ERROR\" C \"57014\" M \"canceled\" \\x00");
    assertThat(counts(Habits.of(recording).get("A")))
        .containsEntry(Habit.Kind.UNREAD_ERRORS, 1L)
        .containsEntry(Habit.Kind.LEFT_IN_TRANSACTION, 1L)
        .containsEntry(Habit.Kind.LONE_TRANSACTION_COMMANDS, 1L)
        .doesNotContainKey(Habit.Kind.LEFT_WITHOUT_TERMINATE);
  }

  @Test
  void connections_are_told_of_each_and_together() throws IOException {
    Path file =
        Path.of("src/test/resources/io/pgdouble/validation/recorded/query-within-copy.trace");
    Map<String, List<Habit>> habits = Habits.of(Recording.read(Files.readString(file)));
    assertThat(habits).containsOnlyKeys("A", "B", "C", "");
    long sum =
        List.of("A", "B", "C").stream()
            .mapToLong(name -> counts(habits.get(name)).get(Habit.Kind.SENT))
            .sum();
    assertThat(counts(habits.get(""))).containsEntry(Habit.Kind.SENT, sum);
  }

  @Test
  void what_was_recorded_of_every_part_of_the_protocol_is_counted() throws IOException {
    List<Habit> habits = Habits.of(MutationTrial.conversation()).get("A");
    assertThat(counts(habits))
        .containsEntry(Habit.Kind.START_ROUND_TRIPS, 1L)
        .containsEntry(Habit.Kind.SKIPPED, 3L)
        .containsEntry(Habit.Kind.ERRORS, 5L)
        .containsEntry(Habit.Kind.DEEPEST_PIPELINE, 3L)
        .containsEntry(Habit.Kind.SUSPENDED, 2L)
        .containsEntry(Habit.Kind.BINARY_RESULTS, 2L);
    assertThat(habits).contains(new Habit(Habit.Kind.DESCRIBED_IN_VAIN, 1, 5));
  }
}
