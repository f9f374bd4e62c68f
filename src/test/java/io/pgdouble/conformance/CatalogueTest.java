package io.pgdouble.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.MessageLayout;
import io.pgdouble.trace.Notation;
import io.pgdouble.trace.Symbols;
import io.pgdouble.trace.TraceLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every case file must be, whatever it shows. */
class CatalogueTest {

  static final Path TRACES = Path.of("traces");
  private static final List<Case> CASES = new Catalogue(TRACES).cases();

  @Test
  void there_are_as_many_cases_as_the_issue_asks_for() {
    assertThat(CASES).hasSizeGreaterThan(150);
  }

  @Test
  void every_case_has_been_recorded_from_postgresql() {
    assertThat(CASES).allMatch(Case::isRecorded);
    assertThat(CASES).allMatch(c -> c.header().recorded().matches("PostgreSQL \\d+\\.\\d+"));
  }

  @Test
  void every_file_is_in_the_one_form_a_case_has() throws IOException {
    for (Case written : CASES) {
      String text = Files.readString(TRACES.resolve(written.address() + ".trace"));
      assertThat(CaseWriter.write(written)).as(written.address()).isEqualTo(text);
    }
  }

  @Test
  void every_title_is_a_sentence_of_its_own_without_a_full_stop() {
    Set<String> titles = new HashSet<>();
    for (Case written : CASES) {
      String title = written.header().title();
      assertThat(title).as(written.address()).matches("[\\p{L}].*[^.]");
      assertThat(titles.add(written.anchor() + title)).as(title).isTrue();
    }
  }

  @Test
  void no_case_expects_what_never_came() {
    for (Case written : CASES) {
      assertThat(written.golden().answers())
          .as(written.address())
          .extracting(answer -> answer.line().name())
          .doesNotContain("TimedOut", "Unplayable", "UnknownMessage");
    }
  }

  @Test
  void every_recorded_message_can_be_read_back_into_its_bytes() {
    int read = 0;
    for (Case written : CASES) {
      for (Answer answer : written.golden().answers()) {
        read += readBack(answer.line()) ? 1 : 0;
      }
    }
    assertThat(read).isGreaterThan(4000);
  }

  /** Only what nothing was masked in can be compared. */
  private static boolean readBack(TraceLine line) {
    Optional<MessageLayout> layout = MessageLayout.named(line.direction(), line.name());
    if (layout.isEmpty() || line.length().equals(TraceLine.ANY_LENGTH) || isMasked(line)) {
      return false;
    }
    byte[] body = layout.get().scan(line.columns(), Symbols.NONE);
    Crossing message = new Crossing.Message(line.direction(), layout.get().type(), body);
    assertThat(message.line(Notation.PLAIN)).isEqualTo(line);
    return true;
  }

  private static boolean isMasked(TraceLine line) {
    return line.columns().contains("${") || line.columns().contains("NNNN");
  }
}
