package io.pgdouble.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.validation.MutationTrial.AlteredRow;
import io.pgdouble.validation.MutationTrial.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A conversation recorded from PostgreSQL, in which every message of either side is dropped,
 * doubled, swapped, cut short, made longer, or says something else. What comes of it stands in
 * {@code docs/protocol-mutations.md}, which is printed here, and in the report of a crosscheck.
 */
class MutationsTest {
  private static final Path PAGE = Path.of("docs", "protocol-mutations.md");
  private static final Path PRINTED = Path.of("target", "protocol-mutations.md");

  private static List<Row> mutations;
  private static List<AlteredRow> alterations;

  @BeforeAll
  static void tryAll() {
    MutationTrial.Table table = MutationTrial.table();
    mutations = table.mutations();
    alterations = table.alterations();
  }

  @Test
  void the_conversation_itself_breaks_no_rule() {
    assertThat(Hearing.of(MutationTrial.conversation()).rulings()).isEmpty();
  }

  @Test
  void what_is_not_caught_could_not_be_seen_from_outside() {
    assertThat(mutations.stream().mapToInt(Row::tried).sum()).isGreaterThan(1000);
    assertThat(mutations)
        .filteredOn(row -> row.caught() < row.tried())
        .allSatisfy(row -> assertThat(row.reason()).isPresent());
    assertThat(mutations.stream().filter(row -> row.caught() == row.tried()).count())
        .isGreaterThan(100);
  }

  @Test
  void every_altered_message_is_caught_by_the_rule_it_breaks() {
    assertThat(alterations).hasSizeGreaterThan(50);
    assertThat(alterations).filteredOn(row -> !row.caught()).isEmpty();
  }

  @Test
  void the_page_shows_it() throws IOException {
    String page = page();
    Files.createDirectories(PRINTED.getParent());
    Files.writeString(PRINTED, page);
    assertThat(Files.readString(PAGE)).as("printed anew to " + PRINTED).isEqualTo(page);
  }

  private static String page() {
    int tried = mutations.stream().mapToInt(Row::tried).sum();
    int caught = mutations.stream().mapToInt(Row::caught).sum();
    StringBuilder page = new StringBuilder("# What the judge catches\n\n");
    page.append("One conversation, recorded from PostgreSQL, in which one message at a time is");
    page.append(" wrong (`MutationsTest` prints this page).\n\n");
    page.append("## Each message dropped, doubled, swapped, cut short, longer, or unknown\n\n");
    page.append(caught + " of " + tried + " are caught.\n\n");
    page.append("| side | message | what is done to it | caught | by, first |\n");
    page.append("|---|---|---|---|---|\n");
    mutations.stream().filter(row -> row.caught() > 0).forEach(row -> page.append(caught(row)));
    page.append("\nThe others cannot be seen from outside:\n\n");
    page.append("| side, message, what is done | not caught | why |\n|---|---|---|\n");
    mutations.stream()
        .filter(row -> row.caught() < row.tried())
        .forEach(row -> page.append(unseen(row)));
    page.append("\n## A message that says something else\n\nAll are caught.\n\n");
    page.append("| side | message | what is changed | rule |\n|---|---|---|---|\n");
    for (AlteredRow one : alterations) {
      page.append(
          "| %s | %s | %s | %s |%n".formatted(one.side(), one.message(), one.done(), one.rule()));
    }
    return page.toString();
  }

  private static String caught(Row row) {
    String rules = String.join(", ", row.rules().stream().map(Rule::name).toList());
    return "| %s | %s | %s | %d of %d | %s |%n"
        .formatted(row.side(), row.message(), row.done(), row.caught(), row.tried(), rules);
  }

  private static String unseen(Row row) {
    return "| %s %s %s | %d of %d | %s |%n"
        .formatted(
            row.side(),
            row.message(),
            row.done(),
            row.tried() - row.caught(),
            row.tried(),
            row.reason().orElse("?"));
  }
}
