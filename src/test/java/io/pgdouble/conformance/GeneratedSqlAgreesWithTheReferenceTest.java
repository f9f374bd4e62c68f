package io.pgdouble.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.cli.OwnDouble;
import io.pgdouble.reference.SharedReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/**
 * Made-up SQL over small tables, played on both sides. What differs is shrunk, and its last form is
 * kept as a case, recorded from the server, in {@code target/generated-sql}; once mended it belongs
 * into {@code traces}. Tests of the group {@code deep} are run by {@code ci/deep}.
 */
class GeneratedSqlAgreesWithTheReferenceTest {
  private static final int NUMBERS = 120;

  private static final Path KEPT = Path.of("target", "generated-sql", "divergence.trace");

  @Provide
  Arbitrary<List<Integer>> choices() {
    return Arbitraries.integers().between(0, 999).list().ofMinSize(0).ofMaxSize(NUMBERS);
  }

  @Property(tries = 300, seed = "20261126", shrinking = ShrinkingMode.BOUNDED)
  void generated_sql_is_answered_as_the_server_does_or_refused(
      @ForAll("choices") List<Integer> choices) {
    judge(new RandomScript(new Choices(choices)).text());
  }

  @Tag("deep")
  @Property(tries = 20_000, shrinking = ShrinkingMode.BOUNDED)
  void generated_sql_of_any_seed_is_answered_as_the_server_does_or_refused(
      @ForAll("choices") List<Integer> choices) {
    judge(new RandomScript(new Choices(choices)).text());
  }

  private static void judge(String sql) {
    Case made = CaseReader.read("generated-sql/divergence", SqlScript.toCase(HEADER + sql));
    Outcome outcome = Holder.JUDGE.judge(made);
    if (outcome.verdict() == Verdict.DIFFERS) {
      keep(Holder.RECORDER.record(made));
    }
    assertThat(outcome.verdict())
        .as(sql + "\n" + outcome.fidelity().firstDifference() + "\nkept in " + KEPT)
        .isNotEqualTo(Verdict.DIFFERS);
  }

  private static final String HEADER = "-- title: Generated SQL\n-- majors: 16\n\n";

  private static void keep(Case divergence) {
    try {
      Files.createDirectories(KEPT.getParent());
      Files.writeString(KEPT, CaseWriter.write(divergence));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One pair of servers for all tries. */
  private static final class Holder {
    static final Server REAL = new ReferenceServer(SharedReference.get());
    static final GoldenRecorder RECORDER = new GoldenRecorder(REAL);
    static final OwnDouble DOUBLE = OwnDouble.start(RECORDER.major());
    static final Judge JUDGE = new Judge(REAL, RECORDER.major(), DOUBLE);

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(DOUBLE::close));
    }
  }
}
