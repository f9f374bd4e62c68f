package io.pgdouble.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pgdouble.conformance.Answer;
import io.pgdouble.conformance.Case;
import io.pgdouble.conformance.CaseHeader;
import io.pgdouble.conformance.Comparison;
import io.pgdouble.conformance.Crosscheck;
import io.pgdouble.conformance.KillTable;
import io.pgdouble.conformance.Majors;
import io.pgdouble.conformance.Outcome;
import io.pgdouble.conformance.PlayedStep;
import io.pgdouble.conformance.Run;
import io.pgdouble.conformance.ServerWish;
import io.pgdouble.conformance.Step;
import io.pgdouble.conformance.Verdict;
import io.pgdouble.trace.TraceLine;
import io.pgdouble.validation.MutationTrial;
import io.pgdouble.validation.Rule;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class ReportTest {

  private static final Comparison NOTHING = new Comparison(List.of());

  private static Run run(String answer) {
    Step step = new Step.Until("A", "ReadyForQuery");
    Answer line = new Answer("A", TraceLine.parse(answer));
    return new Run("server", List.of(new PlayedStep(step, List.of(line))), 0);
  }

  private static Case named(String address) {
    CaseHeader header =
        new CaseHeader(
            "A <title> & more",
            new Majors(14, 18),
            "PostgreSQL 16.9",
            ServerWish.NONE,
            Set.of(),
            Set.of(),
            List.of());
    return new Case(address, header, List.of());
  }

  private static Crosscheck crosscheck() {
    Comparison same = Comparison.of(run("B 4 NoData"), run("B 4 NoData"));
    Comparison other =
        Comparison.of(run("B 9 DataRow 1 1 '</script>\\x01'"), run("B 5 ReadyForQuery I"));
    return new Crosscheck(
        "PostgreSQL 16.9",
        "pgdouble",
        List.of(
            new Outcome(named("a/one"), Verdict.SAME, same, NOTHING, 1000, 900),
            new Outcome(named("a/two"), Verdict.DIFFERS, other, NOTHING, 1000, 900),
            new Outcome(named("b/three"), Verdict.NOT_PLAYED, NOTHING, NOTHING, 0, 0)),
        2_000_000);
  }

  private static KillTable mutants() {
    return new KillTable(
        List.of(
            new KillTable.Row("mute", "says nothing", List.of("a/one")),
            new KillTable.Row("sly", "seems right", List.of())));
  }

  private static MutationTrial.Table judged() {
    return new MutationTrial.Table(
        List.of(
            new MutationTrial.Row(
                "backend",
                "DataRow",
                "doubled",
                3,
                2,
                List.of(Rule.BODY_FITS),
                Optional.of("nobody looks"))),
        List.of(
            new MutationTrial.AlteredRow(
                "frontend", "Query", "without its zero", Rule.BODY_FITS, true)));
  }

  @Test
  void the_table_counts_by_anchor_and_in_all() {
    assertThat(Markdown.byAnchor(crosscheck()))
        .isEqualTo(
            """
            | anchor | cases | same | differ | refused | not played | drifted |
            | ------ | ----- | ---- | ------ | ------- | ---------- | ------- |
            | a      |     2 |    1 |      1 |         |            |         |
            | b      |     1 |      |        |         |          1 |         |
            | all    |     3 |    1 |      1 |         |          1 |         |
            """);
  }

  @Test
  void the_kill_table_says_who_survived() {
    assertThat(Markdown.killTable(mutants()))
        .contains("| mute   | says nothing |         1 | a/one       |")
        .contains("| sly    | seems right  |         0 | SURVIVED    |");
    assertThat(mutants().survivors()).containsExactly("sly");
  }

  @Test
  void a_difference_is_shown_message_by_message() {
    assertThat(DiffText.of(crosscheck()))
        .isEqualTo(
            """
            a/two: A <title> & more
              - PostgreSQL 16.9
              + pgdouble
                A\tuntil\tReadyForQuery
              - A\tB\t9\tDataRow\t 1 1 '</script>\\x01'
              + A\tB\t5\tReadyForQuery\t I

            """);
  }

  @Test
  void the_json_tells_every_message_once_if_both_sides_agree() throws Exception {
    JsonNode root = new ObjectMapper().readTree(ResultsJson.of(crosscheck(), mutants(), judged()));
    assertThat(root.at("/counts/same").asInt()).isEqualTo(1);
    assertThat(root.at("/clean").asBoolean()).isFalse();
    assertThat(root.at("/cases/0/steps/0/rungs/0")).hasSize(1);
    assertThat(root.at("/cases/1/steps/0/rungs")).hasSize(2);
    assertThat(root.at("/mutants/0/killers/0").asText()).isEqualTo("a/one");
    assertThat(root.at("/mutations/0/rules/0").asText()).isEqualTo("BODY_FITS");
    assertThat(root.at("/mutations/0/why").asText()).isEqualTo("nobody looks");
    assertThat(root.at("/mutations/1/caught").asInt()).isEqualTo(1);
  }

  @Test
  void the_junit_file_is_xml_with_a_failure_for_each_divergence() throws Exception {
    byte[] xml = JUnitXml.of(crosscheck()).getBytes(StandardCharsets.UTF_8);
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml));
    assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(3);
    assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(1);
    assertThat(document.getElementsByTagName("skipped").getLength()).isEqualTo(1);
  }

  @Test
  void the_page_needs_nothing_else_and_no_message_can_end_its_script() {
    String page = HtmlPage.of(crosscheck(), mutants(), judged());
    assertThat(page).contains("\\u003c/script>").doesNotContain("'</script>");
    assertThat(page).doesNotContain("src=").doesNotContain("href=").doesNotContain("/*RESULTS*/");
  }
}
