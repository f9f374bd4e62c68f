package io.pgdouble.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.trace.Crossing;
import io.pgdouble.trace.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A conversation recorded from PostgreSQL, in which every message of either side is dropped,
 * doubled, swapped, cut short, made longer, or says something else. What comes of it stands in
 * {@code docs/protocol-mutations.md}, which is printed here.
 */
class MutationsTest {
  private static final Path CONVERSATION =
      Path.of("src/test/resources/io/pgdouble/validation/recorded/conversation.trace");
  private static final Path PAGE = Path.of("docs", "protocol-mutations.md");
  private static final Path PRINTED = Path.of("target", "protocol-mutations.md");

  /** Why a mutation changes nothing that breaks a rule: by message and what is done to it. */
  private static final Map<String, String> UNSEEN = unseen();

  private static Recording recording;

  private static Map<String, String> unseen() {
    Map<String, String> unseen = new LinkedHashMap<>();
    unseen.put(".* CopyData .*", "what is copied is the user's own");
    unseen.put(".* (ParameterStatus|NotificationResponse) .*", "may come at any time, or not");
    unseen.put("backend CommandComplete SWAPPED", "with what may come at any time");
    unseen.put(
        "backend CommandComplete DROPPED",
        "of several statements in a Query, which the judge does not parse");
    unseen.put("frontend Flush .*", "only asks for haste");
    unseen.put("frontend Execute SWAPPED", "with a Flush");
    unseen.put(
        "frontend (Parse|Bind|Describe|Execute) .*", "it fails or is skipped, with or without");
    unseen.put("frontend Copy(Done|Fail) .*", "the COPY fails, with or without");
    return unseen;
  }

  /** A row of the table. */
  private static final class Row {
    private int tried;
    private int caught;
    private final Map<Rule, Integer> rules = new TreeMap<>();

    void add(Judgement judgement) {
      tried++;
      if (!judgement.rulings().isEmpty()) {
        caught++;
        rules.merge(judgement.rulings().get(0).verdict().rule(), 1, Integer::sum);
      }
    }
  }

  @BeforeAll
  static void read() throws IOException {
    recording = Recording.read(Files.readString(CONVERSATION));
  }

  private static Map<String, Row> table() {
    Map<String, Row> table = new TreeMap<>();
    for (int event = 0; event < recording.events().size(); event++) {
      if (Mutation.message(recording.events().get(event)).isPresent()) {
        mutate(event, table);
      }
    }
    return table;
  }

  private static void mutate(int event, Map<String, Row> table) {
    Crossing.Message message = Mutation.message(recording.events().get(event)).orElseThrow();
    String name = Mutation.side(message) + " " + Mutation.name(message) + " ";
    for (Mutation.Kind kind : Mutation.Kind.values()) {
      new Mutation(kind, event)
          .of(recording)
          .map(Hearing::of)
          .ifPresent(j -> table.computeIfAbsent(name + kind, key -> new Row()).add(j));
    }
  }

  @Test
  void the_conversation_itself_breaks_no_rule() {
    assertThat(Hearing.of(recording).rulings()).isEmpty();
  }

  @Test
  void what_is_not_caught_could_not_be_seen_from_outside() {
    Map<String, Row> table = table();
    assertThat(table.values().stream().mapToInt(row -> row.tried).sum()).isGreaterThan(1000);
    table.forEach(
        (name, row) -> {
          if (row.caught < row.tried) {
            assertThat(reason(name)).as(name).isPresent();
          }
        });
    assertThat(table.values().stream().filter(row -> row.caught == row.tried).count())
        .isGreaterThan(100);
  }

  private static Optional<String> reason(String name) {
    return UNSEEN.entrySet().stream()
        .filter(entry -> name.matches(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  @Test
  void every_altered_message_is_caught_by_the_rule_it_breaks() {
    List<String> missed = new ArrayList<>();
    for (Alteration alteration : Alterations.all()) {
      List<Rule> broken =
          Hearing.of(alteration.of(recording)).rulings().stream()
              .map(ruling -> ruling.verdict().rule())
              .toList();
      if (!broken.contains(alteration.rule())) {
        missed.add(alteration.message() + ", " + alteration.words() + ": " + broken);
      }
    }
    assertThat(Alterations.all()).hasSizeGreaterThan(50);
    assertThat(missed).isEmpty();
  }

  @Test
  void the_page_shows_it() throws IOException {
    String page = page();
    Files.createDirectories(PRINTED.getParent());
    Files.writeString(PRINTED, page);
    assertThat(Files.readString(PAGE)).as("printed anew to " + PRINTED).isEqualTo(page);
  }

  private static String page() {
    Map<String, Row> table = table();
    int tried = table.values().stream().mapToInt(row -> row.tried).sum();
    int caught = table.values().stream().mapToInt(row -> row.caught).sum();
    StringBuilder page = new StringBuilder("# What the judge catches\n\n");
    page.append("One conversation, recorded from PostgreSQL, in which one message at a time is");
    page.append(" wrong (`MutationsTest` prints this page).\n\n");
    page.append("## Each message dropped, doubled, swapped, cut short, longer, or unknown\n\n");
    page.append(caught + " of " + tried + " are caught.\n\n");
    page.append("| side | message | what is done to it | caught | by, first |\n");
    page.append("|---|---|---|---|---|\n");
    table.forEach((name, row) -> page.append(row(name.split(" "), row)));
    page.append("\nThe others cannot be seen from outside:\n\n");
    page.append("| side, message, what is done | not caught | why |\n|---|---|---|\n");
    table.forEach((name, row) -> page.append(row.caught < row.tried ? unseen(name, row) : ""));
    page.append("\n## A message that says something else\n\nAll are caught.\n\n");
    page.append("| side | message | what is changed | rule |\n|---|---|---|---|\n");
    for (Alteration one : Alterations.all()) {
      page.append(
          "| " + one.side() + " | " + one.message() + " | " + one.words() + " | " + one.rule());
      page.append(" |\n");
    }
    return page.toString();
  }

  private static String row(String[] name, Row row) {
    if (row.caught == 0) {
      return "";
    }
    String rules = String.join(", ", row.rules.keySet().stream().map(Rule::name).toList());
    return "| "
        + name[0]
        + " | "
        + name[1]
        + " | "
        + Mutation.Kind.valueOf(name[2]).words()
        + " | "
        + row.caught
        + " of "
        + row.tried
        + " | "
        + rules
        + " |\n";
  }

  private static String unseen(String name, Row row) {
    String[] words = name.split(" ");
    return "| "
        + words[0]
        + " "
        + words[1]
        + " "
        + Mutation.Kind.valueOf(words[2]).words()
        + " | "
        + (row.tried - row.caught)
        + " of "
        + row.tried
        + " | "
        + reason(name).orElse("?")
        + " |\n";
  }
}
