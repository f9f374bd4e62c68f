package io.pgdouble.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.cli.OwnDouble;
import io.pgdouble.report.Markdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Proof that the cross-check can fail: the double made wrong in every known way is found out. */
class MutantsTest {

  private static final Path REPORT = Path.of("target", "crosscheck");

  private static KillTable table;

  @BeforeAll
  static void tryEveryMutant() throws IOException {
    List<Case> cases = new Catalogue(CatalogueTest.TRACES).cases();
    try (OwnDouble right = OwnDouble.start(16)) {
      table = new MutantTrial(right, cases).tryAll();
    }
    Files.createDirectories(REPORT);
    Files.writeString(REPORT.resolve("mutants.md"), Markdown.killTable(table));
  }

  @TestFactory
  Stream<DynamicTest> every_wrong_server_is_found_out() {
    return table.rows().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.mutant() + ", which " + row.fault(),
                    () -> assertThat(row.killers()).isNotEmpty()));
  }

  @Test
  void there_are_at_least_25_of_them_and_each_does_something_else() {
    Set<String> faults = new HashSet<>();
    table.rows().forEach(row -> faults.add(row.fault()));
    assertThat(faults).hasSameSizeAs(table.rows()).hasSizeGreaterThanOrEqualTo(25);
  }
}
