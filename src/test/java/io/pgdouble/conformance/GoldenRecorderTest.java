package io.pgdouble.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgdouble.cli.OwnDouble;
import io.pgdouble.conformance.GoldenRecorder.NotPostgresException;
import io.pgdouble.reference.SharedReference;
import org.junit.jupiter.api.Test;

class GoldenRecorderTest {

  private static final String SCRIPT =
      """
      pgdouble-trace 1
      title A sum is answered
      majors 14-18

      A connect
      A F Query "SELECT 1 + 1 AS two"
      A until ReadyForQuery
      """;

  private static Server real() {
    return new ReferenceServer(SharedReference.get());
  }

  @Test
  void nothing_is_recorded_from_the_double() {
    try (OwnDouble pgdouble = OwnDouble.start(16)) {
      assertThatThrownBy(() -> new GoldenRecorder(pgdouble))
          .isInstanceOf(NotPostgresException.class)
          .hasMessageContaining("pgdouble is not a PostgreSQL to record from");
    }
  }

  @Test
  void answers_of_postgresql_are_written_below_their_step() {
    GoldenRecorder recorder = new GoldenRecorder(real());
    Case recorded = recorder.record(CaseReader.read("a/sum", SCRIPT));
    assertThat(recorded.header().recorded()).isEqualTo(recorder.version());
    assertThat(CaseWriter.write(recorded))
        .endsWith(
            """
            A\tuntil\tReadyForQuery
            A\tB\t28\tRowDescription\t 1 "two" 0 0 23 4 -1 0
            A\tB\t11\tDataRow\t 1 1 '2'
            A\tB\t13\tCommandComplete\t "SELECT 1"
            A\tB\t5\tReadyForQuery\t I
            """);
  }

  @Test
  void recording_again_changes_nothing() {
    GoldenRecorder recorder = new GoldenRecorder(real());
    Case recorded = recorder.record(CaseReader.read("a/sum", SCRIPT));
    assertThat(recorder.record(recorded)).isEqualTo(recorded);
  }

  @Test
  void a_script_that_expects_silence_and_gets_an_answer_is_wrong() {
    String noisy = SCRIPT.replace("A until ReadyForQuery", "A silent 500ms");
    assertThatThrownBy(() -> new GoldenRecorder(real()).record(CaseReader.read("a/n", noisy)))
        .isInstanceOf(CaseSyntaxException.class)
        .hasMessageContaining("expected silence");
  }

  @Test
  void what_is_left_unread_is_recorded_at_the_end() {
    String early = SCRIPT.replace("A until ReadyForQuery", "A until RowDescription");
    Case recorded = new GoldenRecorder(real()).record(CaseReader.read("a/e", early));
    assertThat(CaseWriter.write(recorded))
        .contains("A\tfinish\nA\tB\t11\tDataRow")
        .endsWith("A\tB\t5\tReadyForQuery\t I\n");
  }
}
