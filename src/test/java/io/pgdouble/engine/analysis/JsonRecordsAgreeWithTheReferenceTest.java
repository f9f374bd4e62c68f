package io.pgdouble.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** JSON as rows of a column definition list, asked of both sides. */
class JsonRecordsAgreeWithTheReferenceTest {
  private static final long SEED = 20_260_116;
  private static final int QUERIES = 500;

  @Test
  void every_statement_is_answered_as_the_server_does_or_refused() throws IOException {
    Differences differences = Differences.in(Differences.statements("json-records.sql"));
    assertThat(differences.found()).isEmpty();
    assertThat(differences.compared()).isGreaterThan(120);
  }

  @Test
  void random_documents_become_the_same_rows() throws IOException {
    Random random = new Random(SEED);
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < QUERIES; i++) {
      queries.add(query(random));
    }
    Differences differences = Differences.in(queries);
    assertThat(differences.found()).as("seed %d", SEED).isEmpty();
    assertThat(differences.compared()).isGreaterThan(QUERIES * 9 / 10);
  }

  private static String query(Random random) {
    String kind = pick(random, "json", "jsonb");
    boolean set = random.nextInt(3) == 0;
    String document = set ? "[" + object(random) + "," + object(random) + "]" : object(random);
    return "SELECT * FROM "
        + kind
        + (set ? "_to_recordset('" : "_to_record('")
        + document
        + "') AS x(a "
        + type(random)
        + ", b "
        + type(random)
        + ")";
  }

  private static String type(Random random) {
    return pick(
        random, "int", "text", "json", "jsonb", "int[]", "text[]", "json[]", "jsonb[]", "bool[]");
  }

  private static String object(Random random) {
    String first = "{\"a\": " + value(random, 3);
    return first + ", \"" + pick(random, "a", "b", "c") + "\" :" + value(random, 3) + " }";
  }

  private static String value(Random random, int depth) {
    if (depth > 0 && random.nextInt(2) == 0) {
      List<String> elements = new ArrayList<>();
      String same = value(random, depth - 1);
      for (int i = random.nextInt(3); i > 0; i--) {
        elements.add(random.nextInt(4) == 0 ? value(random, depth - 1) : same);
      }
      return "[" + String.join(pick(random, ",", " , "), elements) + "]";
    }
    return pick(
        random, "1", "2.50", "null", "true", "\"x\"", "\"7\"", "\"\\u00e4\\n\"", "{\"k\":[1]}");
  }

  @SafeVarargs
  private static <T> T pick(Random random, T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
