package io.pgdouble.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.cli.OwnDouble;
import io.pgdouble.reference.SharedReference;
import io.pgdouble.report.DiffText;
import io.pgdouble.report.HtmlPage;
import io.pgdouble.report.JUnitXml;
import io.pgdouble.report.ResultsJson;
import io.pgdouble.validation.MutationTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every case on the double and on a real PostgreSQL: one test for each case. */
class CrosscheckTest {

  private static final Path REPORT = Path.of("target", "crosscheck");

  private static Crosscheck crosscheck;

  @BeforeAll
  static void playEverything() throws IOException {
    ReferenceServer real = new ReferenceServer(SharedReference.get());
    List<Case> cases = new Catalogue(CatalogueTest.TRACES).cases();
    long start = System.nanoTime();
    try (OwnDouble subject = OwnDouble.start(16)) {
      Judge judge = new Judge(real, real.reference().major(), subject);
      List<Outcome> outcomes = new Jury(judge).judge(cases, outcome -> {});
      long micros = (System.nanoTime() - start) / 1000;
      crosscheck = new Crosscheck(real.name(), subject.name(), outcomes, micros);
    }
    writeReport();
  }

  private static void writeReport() throws IOException {
    KillTable none = new KillTable(List.of());
    Files.createDirectories(REPORT);
    MutationTrial.Table judged = MutationTrial.table();
    Files.writeString(REPORT.resolve("index.html"), HtmlPage.of(crosscheck, none, judged));
    Files.writeString(REPORT.resolve("results.json"), ResultsJson.of(crosscheck, none, judged));
    Files.writeString(REPORT.resolve("junit.xml"), JUnitXml.of(crosscheck));
  }

  @TestFactory
  Stream<DynamicTest> the_double_answers_as_postgresql_does() {
    return crosscheck.outcomes().stream()
        .map(
            outcome ->
                DynamicTest.dynamicTest(
                    outcome.played().address(),
                    () -> assertThat(outcome.fidelity().isSame()).as(diff(outcome)).isTrue()));
  }

  @TestFactory
  Stream<DynamicTest> postgresql_answers_as_it_is_recorded() {
    return crosscheck.outcomes().stream()
        .map(
            outcome ->
                DynamicTest.dynamicTest(
                    outcome.played().address(),
                    () -> assertThat(outcome.drift().isSame()).as(diff(outcome)).isTrue()));
  }

  @Test
  void nearly_every_case_could_be_played_here() {
    long played = crosscheck.outcomes().size() - crosscheck.count(Verdict.NOT_PLAYED);
    assertThat(played).isGreaterThan(150);
  }

  private static String diff(Outcome outcome) {
    return "\n" + DiffText.of(outcome, crosscheck);
  }
}
