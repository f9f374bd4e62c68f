package io.pgdouble.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Traces that libpq's own tests publish are in the same columns, not escaped, some masked. */
class PqTraceTest {

  private static List<TraceLine> lines;

  @BeforeAll
  static void read() throws IOException {
    try (InputStream in = PqTraceTest.class.getResourceAsStream("libpq-style.trace")) {
      lines = PqTrace.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void every_line_is_read_and_written_back_as_it_was() throws IOException {
    try (InputStream in = PqTraceTest.class.getResourceAsStream("libpq-style.trace")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      StringBuilder again = new StringBuilder();
      lines.forEach(line -> again.append(line.text()).append('\n'));
      assertThat(again).hasToString(text);
    }
  }

  @Test
  void quotes_that_libpq_does_not_escape_are_part_of_their_string() {
    byte[] body = MessageLayout.QUERY.scan(lines.get(0).columns(), Symbols.NONE);
    assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo("SELECT \"a\" FROM nix\0");
    byte[] error = MessageLayout.ERROR_RESPONSE.scan(lines.get(1).columns(), Symbols.NONE);
    assertThat(new String(error, StandardCharsets.UTF_8))
        .contains("Mrelation \"nix\" does not exist\0P17\0");
  }

  @Test
  void object_ids_that_libpq_masks_are_read_as_zero() {
    byte[] body = MessageLayout.PARSE.scan(lines.get(3).columns(), Symbols.NONE);
    assertThat(body).endsWith(0, 1, 0, 0, 0, 0);
  }

  @Test
  void every_line_names_a_message_whose_columns_can_be_read() {
    assertThat(lines).hasSize(16);
    for (TraceLine line : lines) {
      MessageLayout layout = MessageLayout.named(line.direction(), line.name()).orElseThrow();
      layout.scan(line.columns(), Symbols.NONE);
    }
  }

  @Test
  void a_time_before_the_direction_is_passed_over() {
    assertThat(PqTrace.read("2026-01-02 03:04:05.678901\tF\t4\tSync\n"))
        .containsExactly(TraceLine.parse("F\t4\tSync"));
  }
}
