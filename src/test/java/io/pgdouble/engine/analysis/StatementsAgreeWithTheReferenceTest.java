package io.pgdouble.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.reference.Reference;
import io.pgdouble.reference.SharedReference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Good and bad statements, asked of both sides. */
class StatementsAgreeWithTheReferenceTest {
  @Test
  void every_statement_is_answered_as_the_server_does_or_refused() throws IOException {
    Reference reference = SharedReference.get();
    try (ServerSide server = new ServerSide(reference.host(), reference.port(), reference.user())) {
      Differences differences = new Differences(server);
      for (String line : statements()) {
        differences.compare(line);
      }
      assertThat(differences.found()).isEmpty();
      assertThat(differences.compared()).isGreaterThan(350);
    }
  }

  private static List<String> statements() throws IOException {
    try (InputStream in =
        StatementsAgreeWithTheReferenceTest.class.getResourceAsStream("statements.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("--"))
          .toList();
    }
  }
}
