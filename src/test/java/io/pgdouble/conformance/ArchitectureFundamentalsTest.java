package io.pgdouble.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of the manual's sentences names nothing that is not there. */
class ArchitectureFundamentalsTest {

  private static final Path PAGE = Path.of("docs", "architecture-fundamentals.md");
  private static final Path TESTS = Path.of("src", "test", "java");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  /** Where a row says what shows its sentence. */
  private static final int SHOWN_BY = 3;

  private static List<String> rows() throws IOException {
    return Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| \"")).toList();
  }

  private static List<String> witnesses(String row) {
    String cell = row.split("\\|")[SHOWN_BY];
    return NAME.matcher(cell).results().map(result -> result.group(1)).toList();
  }

  @Test
  void each_sentence_is_shown_by_something() throws IOException {
    assertThat(rows()).hasSize(17);
    for (String row : rows()) {
      assertThat(witnesses(row)).as(row).isNotEmpty();
    }
  }

  @Test
  void every_case_test_and_script_it_names_is_there() throws IOException {
    Set<String> cases =
        new Catalogue(CatalogueTest.TRACES)
            .cases().stream().map(Case::address).collect(Collectors.toSet());
    List<String> named = rows().stream().flatMap(row -> witnesses(row).stream()).toList();
    assertThat(named).hasSizeGreaterThan(30).contains("ci/compat", "ProcessesTest");
    for (String name : named) {
      assertThat(cases.contains(name) || isScript(name) || isTest(name)).as(name).isTrue();
    }
  }

  private static boolean isScript(String name) {
    return name.startsWith("ci/") && Files.isExecutable(Path.of(name));
  }

  private static boolean isTest(String name) throws IOException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      return files.anyMatch(file -> file.endsWith(name + ".java"));
    }
  }

  @Test
  void the_readme_links_the_table() throws IOException {
    assertThat(Files.readString(Path.of("README.md"))).contains("(" + PAGE + ")");
  }
}
