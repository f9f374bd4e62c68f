package io.pgdouble.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Texts of jsonpath and what they find, asked of both sides. */
class JsonPathAgreesWithTheReferenceTest {
  private static final long SEED = 20_261_128;
  private static final int QUERIES = 800;

  @Test
  void every_statement_is_answered_as_the_server_does_or_refused() throws IOException {
    Differences differences = Differences.in(Differences.statements("jsonpath.sql"));
    assertThat(differences.found()).isEmpty();
    assertThat(differences.compared()).isGreaterThan(100);
  }

  @Test
  void random_paths_find_the_same_in_random_documents() throws IOException {
    Random random = new Random(SEED);
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < QUERIES; i++) {
      String path = pick(random, "", "lax ", "strict ") + expression(random, 3, "$");
      String arguments = "('" + document(random, 3) + "', '" + path + "'";
      queries.add(
          "SELECT "
              + pick(
                  random,
                  "jsonb_path_query_array" + arguments + ")",
                  "jsonb_path_query_array" + arguments + ", '{\"x\": [1, 2]}', true)",
                  "jsonb_path_exists" + arguments + ", '{}', true)",
                  "jsonb_path_match" + arguments + ", '{}', true)")
              + ", '"
              + path
              + "'::jsonpath");
    }
    Differences differences = Differences.in(queries);
    assertThat(differences.found()).as("seed %d", SEED).isEmpty();
    assertThat(differences.compared()).isGreaterThan(QUERIES * 3 / 4);
  }

  private static String document(Random random, int depth) {
    if (depth == 0) {
      return pick(random, "1", "2.50", "\"a\"", "\"ab\"", "null", "true", "[]", "{}", "-3");
    }
    String one = document(random, depth - 1);
    String other = document(random, depth - 1);
    return pick(
        random,
        one,
        "[" + one + ", " + other + "]",
        "{\"a\": " + one + ", \"b\": " + other + "}",
        "[" + one + "]",
        "{\"a\": " + one + "}");
  }

  /** An expression with {@code $} or {@code @} at its leaves. */
  private static String expression(Random random, int depth, String leaf) {
    if (depth == 0) {
      return pick(random, leaf, leaf, leaf, "1", "\"a\"", "$x");
    }
    String one = expression(random, depth - 1, leaf);
    String other = expression(random, depth - 1, leaf);
    return pick(
        random,
        one + accessor(random, depth),
        one + accessor(random, depth),
        "(" + one + ")" + accessor(random, depth),
        one + pick(random, " + ", " - ", " * ", " / ", " % ") + other,
        "-" + one,
        "(" + predicate(random, depth - 1, leaf) + ")" + pick(random, ".type()", " is unknown"));
  }

  private static String accessor(Random random, int depth) {
    return pick(
        random,
        ".a",
        ".b",
        ".*",
        "[*]",
        "[0]",
        "[last]",
        "[0 to 1]",
        ".**",
        ".**{1}",
        ".**{last}",
        ".size()",
        ".type()",
        ".double()",
        ".abs()",
        " ? (" + predicate(random, depth - 1, "@") + ")",
        " ? (" + predicate(random, depth - 1, "@") + ")");
  }

  private static String predicate(Random random, int depth, String leaf) {
    int below = Math.max(depth - 1, 0);
    String one = expression(random, below, leaf);
    String other = expression(random, below, leaf);
    String compared = one + pick(random, " == ", " != ", " < ", " >= ") + other;
    if (depth <= 0) {
      return compared;
    }
    return pick(
        random,
        compared,
        "exists(" + one + ")",
        "!(" + compared + ")",
        "(" + compared + ") is unknown",
        one + " starts with \"a\"",
        one + " like_regex \"^.b?$\"",
        compared + pick(random, " && ", " || ") + predicate(random, depth - 1, leaf));
  }

  @SafeVarargs
  private static <T> T pick(Random random, T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
