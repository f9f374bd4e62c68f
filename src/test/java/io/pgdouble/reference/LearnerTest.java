package io.pgdouble.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnerTest {
  @Test
  void what_is_learned_again_is_what_the_repository_keeps(@TempDir Path folder) throws IOException {
    Reference server = SharedReference.get();
    assumeTrue(server.version().equals("16.9"), "the facts kept are those of 16.9");
    List<String> tables = new ArrayList<>();
    Learner.learn(server, folder, tables::add);
    assertThat(tables).contains("pg_type", "pg_proc", "pg_settings", "reported", "enum_synonyms");
    Path kept = Path.of("src/main/resources/io/pgdouble/facts/16");
    for (String table : tables) {
      assertThat(folder.resolve(table + ".tsv"))
          .hasSameTextualContentAs(kept.resolve(table + ".tsv"));
    }
    try (Stream<Path> files = Files.list(kept)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              tables.stream().map(table -> table + ".tsv").toList());
    }
  }
}
