package io.pgdouble.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Recorded;
import io.pgdouble.trace.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Of what the cases have nothing: SCRAM, and replication, by pg_recvlogical. */
class RecordedConversationsTest {
  private static final Path FOLDER = Path.of("src/test/resources/io/pgdouble/validation/recorded");

  private static Recording read(String name) throws IOException {
    return Recording.read(Files.readString(FOLDER.resolve(name)));
  }

  private static List<Rule> broken(Recording recording) {
    return Hearing.of(recording).of(Severity.VIOLATION).stream()
        .map(ruling -> ruling.verdict().rule())
        .toList();
  }

  /** Without the messages whose lines begin so. */
  private static Recording without(Recording recording, String line) {
    List<Recorded> kept = new ArrayList<>(recording.events());
    kept.removeIf(event -> text(event).startsWith(line));
    assertThat(kept).hasSizeLessThan(recording.events().size());
    return new Recording(recording.header(), kept);
  }

  private static String text(Recorded event) {
    Optional<Crossing.Message> message = Mutation.message(event);
    return message
        .map(m -> m.direction().letter() + " " + m.line(io.pgdouble.trace.Notation.PLAIN).brief())
        .orElse("");
  }

  @Test
  void all_of_them_break_no_rule() throws IOException {
    assertThat(Hearing.of(read("scram.trace")).rulings()).isEmpty();
    assertThat(Hearing.of(read("replication.trace")).rulings()).isEmpty();
  }

  @Test
  void every_step_of_scram_is_needed() throws IOException {
    Recording scram = read("scram.trace");
    assertThat(broken(without(scram, "B Authentication 12"))).contains(Rule.SCRAM_ENDS_PROVEN);
    assertThat(broken(without(scram, "B Authentication 11"))).contains(Rule.FOLLOWS_THE_TABLE);
    assertThat(broken(without(scram, "B Authentication 10"))).contains(Rule.FOLLOWS_THE_TABLE);
    assertThat(broken(without(scram, "B Authentication 0"))).contains(Rule.FOLLOWS_THE_TABLE);
    assertThat(broken(without(scram, "F PasswordMessage 'c="))).contains(Rule.FOLLOWS_THE_TABLE);
  }

  @Test
  void a_mechanism_nobody_offered_is_told_of() throws IOException {
    String text = Files.readString(FOLDER.resolve("scram.trace"));
    Recording other =
        Recording.read(
            text.replace("PasswordMessage\t 'SCRAM-SHA-256", "PasswordMessage\t 'SCRAM-SHA-512"));
    assertThat(broken(other)).contains(Rule.OFFERED_MECHANISM);
  }

  @Test
  void copy_both_begins_with_its_response_and_ends_on_both_sides() throws IOException {
    Recording replication = read("replication.trace");
    assertThat(broken(without(replication, "B CopyBothResponse"))).isNotEmpty();
    assertThat(copyBoth("F CopyDone", "B CopyData '1'", "B CopyDone")).isEmpty();
    assertThat(copyBoth("B CopyDone", "F CopyData '1'", "F CopyDone")).isEmpty();
    assertThat(copyBoth("F CopyDone")).isNotEmpty();
    assertThat(copyBoth("B CopyDone")).isNotEmpty();
    assertThat(copyBoth("B CopyDone", "B CopyData '1'", "F CopyDone")).isNotEmpty();
    assertThat(copyBoth("F CopyFail \"no\"", "B CopyDone")).contains(Rule.COMMAND_WITHIN_COPY);
  }

  private static List<Rule> copyBoth(String... lines) {
    StringBuilder text = new StringBuilder("pgdouble-trace 1\nkind\trecording\n\n");
    text.append("A F Query \"START_REPLICATION 0/0\"\nA B CopyBothResponse \\x00 0\n");
    for (String line : lines) {
      text.append("A ").append(line).append('\n');
    }
    text.append("A B CommandComplete \"COPY 0\"\n");
    text.append("A B CommandComplete \"START_REPLICATION\"\nA B ReadyForQuery I\n");
    return broken(Recording.read(text.toString()));
  }
}
