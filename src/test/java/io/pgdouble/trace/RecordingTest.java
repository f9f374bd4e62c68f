package io.pgdouble.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A recording is written and read back without a loss, and reads cases as well. */
class RecordingTest {
  private static final String CONVERSATION =
      """
      pgdouble-trace 1
      kind\trecording
      title\tTwo connections

      A\topen
      A\tF\t8\tSSLRequest\t 1234 5679
      A\tB\t1\tSSLResponse\t N
      A\tF\t23\tStartupMessage\t 3 0 "user" "postgres" \\x00
      A\tB\t8\tAuthentication\t 0
      A\tB\t12\tBackendKeyData\t ${A.pid} ${A.key}
      A\tB\t5\tReadyForQuery\t I
      A\tF\t17\tQuery\t "SELECT \\"a\\nb\\""
      B\topen\tunix-socket
      B\tF\t16\tCancelRequest\t 1234 5678 ${A.pid} ${A.key}
      B\tclose
      A\tB\t28\tRowDescription\t 1 "pid" 0 0 23 4 -1 0
      A\tB\tNN\tDataRow\t 2 '${A.pid}' -1
      A\tB\t9\tUnknownMessage\t \\x01 'ab\\x00\\xff\\\\'
      A\tB\t7\tParameterDescription\t malformed 'abc'
      # A word of somebody's own.
      A\tF\t3\tbytes\t 'abc'
      A\tB\t2\tFragment\t 'Z\\x00'
      A\tB\t-\tClosed
      A\treset
      """;

  @Test
  void what_is_read_is_written_back_as_it_was() {
    Recording read = Recording.read(CONVERSATION);
    assertThat(read.text()).isEqualTo(CONVERSATION);
    assertThat(read.isRecording()).isTrue();
    assertThat(read.connections()).containsExactly("A", "B");
    assertThat(read.of("B")).hasSize(3);
  }

  @Test
  void times_stand_at_the_end_and_are_dropped_where_lines_were_added() {
    String text = CONVERSATION + "times\t" + "1000 ".repeat(19).strip() + "\n";
    List<Recorded> events = Recording.read(text).events();
    assertThat(events.get(0).micros()).isEqualTo(1000);
    assertThat(events.get(18).micros()).isEqualTo(18_000);
    assertThat(Recording.read(text).text()).contains("times\t1000 1000");
    Recording edited = Recording.read(text.replace("A\treset\n", "A\treset\nA\tclose\n"));
    assertThat(edited.events()).allMatch(event -> event.micros() == Recorded.UNTIMED);
  }

  @Test
  void a_line_that_is_none_is_named() {
    assertThatThrownBy(() -> Recording.read("pgdouble-trace 1\n\nA\tF\tQuery\t1\n"))
        .isInstanceOf(TraceSyntaxException.class)
        .hasMessageStartingWith("line 3: ");
    assertThatThrownBy(() -> Recording.read("PGDMP")).hasMessageContaining("pgdouble-trace 1");
  }

  @Test
  void every_case_of_the_catalogue_can_be_read() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("traces"))) {
      List<Path> traces = files.filter(file -> file.toString().endsWith(".trace")).toList();
      assertThat(traces).hasSizeGreaterThan(700);
      for (Path trace : traces) {
        assertThat(Recording.read(Files.readString(trace)).events())
            .as(trace.toString())
            .isNotEmpty();
      }
    }
  }
}
