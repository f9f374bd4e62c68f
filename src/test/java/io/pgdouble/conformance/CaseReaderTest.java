package io.pgdouble.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CaseReaderTest {

  private static final String HAND_WRITTEN =
      """
      pgdouble-trace 1
      title A row is answered
      majors 14-18
      mask \\d+ ms || SOME ms || how long it took

      A connect
      # what is asked
      A F Query "SELECT 1"
      A until ReadyForQuery
      A silent 100ms
      """;

  private static Case read(String text) {
    return CaseReader.read("anchor/name", text);
  }

  @Test
  void a_script_written_by_hand_gets_its_columns_and_lengths() {
    assertThat(CaseWriter.write(read(HAND_WRITTEN)))
        .isEqualTo(
            """
            pgdouble-trace 1
            title\tA row is answered
            majors\t14-18
            mask\t\\d+ ms || SOME ms || how long it took

            A\tconnect
            # what is asked
            A\tF\t13\tQuery\t "SELECT 1"
            A\tuntil\tReadyForQuery
            A\tsilent\t100ms
            """);
  }

  @Test
  void what_is_written_is_read_as_it_was() {
    Case once = read(HAND_WRITTEN);
    assertThat(read(CaseWriter.write(once))).isEqualTo(once);
  }

  @Test
  void a_case_may_steer_the_life_of_its_server() {
    String steering =
        """
        server signal SEGV A
        server await refusing
        server start
        server promote
        postmaster INT
        """;
    Case read = read(HAND_WRITTEN.replace("majors 14-18\n", "server-kind standby\n") + steering);
    assertThat(read.header().server().kind()).isEqualTo(ServerKind.STANDBY);
    assertThat(CaseWriter.write(read))
        .contains("server-kind\tstandby\n")
        .endsWith(
            "server\tsignal\tSEGV\tA\nserver\tawait\trefusing\nserver\tstart\n"
                + "server\tpromote\npostmaster\tINT\n");
  }

  @Test
  void a_case_may_wish_for_a_server_of_its_own() {
    String wishing =
        HAND_WRITTEN.replace(
            "majors 14-18\n", "majors 14-18\nsettings work_mem=64kB a.b=c\nroles one two\n");
    Case wished = read(wishing);
    assertThat(wished.header().server().settings())
        .containsExactly(Map.entry("work_mem", "64kB"), Map.entry("a.b", "c"));
    assertThat(wished.header().server().roles()).containsExactly("one", "two");
    assertThat(CaseWriter.write(wished))
        .contains("settings\twork_mem=64kB a.b=c\nroles\tone two\n");
    assertThat(read(CaseWriter.write(wished))).isEqualTo(wished);
  }

  @Test
  void columns_that_make_no_message_are_told_with_their_line() {
    assertThatThrownBy(() -> read(HAND_WRITTEN + "A F SSLRequest\n"))
        .isInstanceOf(CaseSyntaxException.class)
        .hasMessageStartingWith("anchor/name.trace:11: columns end too early");
  }

  @Test
  void answers_belong_to_the_step_above_them() {
    Case played = read(HAND_WRITTEN + "A B 4 NoData\nA B 5 ReadyForQuery I\n");
    assertThat(played.script()).hasSize(4);
    assertThat(played.script().get(3).golden())
        .extracting(Answer::text)
        .containsExactly("A\tB\t4\tNoData", "A\tB\t5\tReadyForQuery\t I");
  }

  @Test
  void a_mistake_is_told_with_its_file_and_line() {
    assertThatThrownBy(() -> read(HAND_WRITTEN + "A F Quarrel \"x\"\n"))
        .isInstanceOf(CaseSyntaxException.class)
        .hasMessage("anchor/name.trace:11: no message is named Quarrel");
  }

  @Test
  void a_file_of_another_version_is_refused() {
    assertThatThrownBy(() -> read("pgdouble-trace 2\n"))
        .hasMessageContaining("found pgdouble-trace 2 (expected: pgdouble-trace 1)");
  }

  @Test
  void a_range_of_names_is_as_many_connections() {
    assertThat(Words.names("C[9-11]")).containsExactly("C9", "C10", "C11");
  }
}
