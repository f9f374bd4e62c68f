package io.pgdouble.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pgdouble.trace.Recording;
import io.pgdouble.validation.Hearing;
import io.pgdouble.validation.Judgement;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a reader sees of a conversation. */
class LadderTest {
  private static final String TRACE =
      """
      pgdouble-trace 1
      kind\trecording

      A\topen
      A\tF\t41\tStartupMessage\t 3 0 "user" "postgres" "database" "postgres" \\x00
      A\tB\t8\tAuthentication\t 0
      A\tB\t5\tReadyForQuery\t I
      A\tF\t14\tQuery\t "SELECT <1>"
      A\tB\t33\tRowDescription\t 1 "?column?" 0 0 23 4 -1 0
      A\tB\t11\tDataRow\t 1 1 '1'
      A\tB\t11\tDataRow\t 1 1 '2'
      A\tB\t11\tDataRow\t 1 1 '3'
      A\tB\t11\tDataRow\t 1 1 '4'
      A\tB\t11\tDataRow\t 1 1 '5'
      A\tB\t13\tCommandComplete\t "SELECT 6"
      A\tB\t5\tReadyForQuery\t I
      A\tF\t4\tTerminate
      A\tclose
      A\tB\t-\tClosed
      """;

  private final Recording recording = Recording.read(TRACE);
  private final Judgement judgement = Hearing.of(recording);

  @Test
  void a_ladder_has_the_frontend_to_the_left_and_verdicts_below_their_messages() {
    assertThat(LadderText.of(recording, judgement, LadderText.Ink.PLAIN, 60))
        .isEqualTo(
            """
            A     open
            A ──▶    StartupMessage 3 0 "user" "postgres" "database" "p…
            A    ◀── Authentication 0
            A    ◀── ReadyForQuery I
                  ✗ unusual by the backend, message 3, ReadyForQuery after AuthenticationOk: \
            BackendKeyData comes before the first ReadyForQuery; without it nothing can be \
            canceled. [KEY_IS_TOLD]
                  ✗ unusual by the backend, message 3, ReadyForQuery after ReadyForQuery: one of \
            them is missing [PARAMETERS_ARE_TOLD]
            A ──▶    Query "SELECT <1>"
            A    ◀── RowDescription 1 "?column?" 0 0 23 4 -1 0
            A    ◀── DataRow 1 1 '1'
            A    ◀── DataRow 1 1 '2'
            A    ◀── DataRow 1 1 '3'
            A      ⋮ 2 more DataRow
            A    ◀── CommandComplete "SELECT 6"
                  ✗ violation by the backend, message 11, CommandComplete after a statement of a \
            Query is complete: SELECT 6 after 5 rows [TAG_COUNTS_ROWS]
            A    ◀── ReadyForQuery I
            A ──▶    Terminate
            A     close
            A     Closed
            """);
  }

  @Test
  void who_wants_all_gets_every_row_and_whole_lines() {
    assertThat(LadderText.of(recording, judgement, LadderText.Ink.PLAIN, 0))
        .contains("\"database\" \"postgres\" \\x00", "DataRow 1 1 '5'")
        .doesNotContain("more DataRow", "…");
  }

  @Test
  void colours_change_nothing_but_the_colours() {
    String colour = LadderText.of(recording, judgement, LadderText.Ink.COLOUR, 60);
    assertThat(colour).contains("\u001b[36mQuery\u001b[0m");
    assertThat(colour.replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(LadderText.of(recording, judgement, LadderText.Ink.PLAIN, 60));
  }

  @Test
  void a_page_needs_nothing_else_and_carries_all_that_was_said() throws IOException {
    String page = LadderPage.of("a.trace", recording, judgement);
    assertThat(page).doesNotContain("<script src", "<link", "@import", "SELECT <1>");
    String data = page.split("const data = ")[1].split(";\n")[0];
    JsonNode root = new ObjectMapper().readTree(data);
    assertThat(root.get("steps")).hasSize(recording.events().size());
    assertThat(root.get("steps").get(4).get("x").asText()).isEqualTo("\"SELECT <1>\"");
    assertThat(root.get("steps").get(11).get("v").get(0).get("s").asText()).isEqualTo("violation");
  }
}
