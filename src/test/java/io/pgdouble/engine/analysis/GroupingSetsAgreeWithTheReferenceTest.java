package io.pgdouble.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Grouping sets, asked of both sides. */
class GroupingSetsAgreeWithTheReferenceTest {
  private static final long SEED = 20_261_127;
  private static final int QUERIES = 200;

  @Test
  void every_statement_is_answered_as_the_server_does_or_refused() throws IOException {
    Differences differences = Differences.in(Differences.statements("grouping-sets.sql"));
    assertThat(differences.found()).isEmpty();
    assertThat(differences.compared()).isGreaterThan(45);
  }

  @Test
  void random_sets_over_random_rows_agree() throws IOException {
    Random random = new Random(SEED);
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < QUERIES; i++) {
      queries.add(query(random));
    }
    Differences differences = Differences.in(queries);
    assertThat(differences.found()).as("seed %d", SEED).isEmpty();
    assertThat(differences.compared()).isEqualTo(QUERIES);
  }

  /** Grouped by everything that is selected but for sums, and ordered by all of it. */
  private static String query(Random random) {
    String rows =
        IntStream.range(0, 1 + random.nextInt(8))
            .mapToObj(i -> "(" + value(random) + ", " + value(random) + ", " + i + ")")
            .collect(Collectors.joining(", "));
    String items =
        IntStream.range(0, 1 + random.nextInt(2))
            .mapToObj(i -> item(random, 2))
            .collect(Collectors.joining(", "));
    return "SELECT a, b, grouping(a), grouping(b), sum(v), count(a) FROM (VALUES (0, 0, 0), "
        + rows
        + ") t(a, b, v) GROUP BY "
        + pick(random, "", "DISTINCT ")
        + items
        + ", GROUPING SETS ((a, b), a, b)"
        + pick(random, "", " HAVING count(*) > 1", " HAVING grouping(a) = 0")
        + " ORDER BY 1, 2, 3, 4, 5, 6";
  }

  private static String value(Random random) {
    return pick(random, "NULL", "1", "2", "3");
  }

  private static String item(Random random, int depth) {
    String list = pick(random, "a, b", "b, a", "(a, b)", "a", "(a, b), a");
    String sets = depth == 0 ? "()" : item(random, depth - 1) + ", " + item(random, depth - 1);
    return pick(
        random,
        "a",
        "b",
        "()",
        "(a, b)",
        "ROLLUP (" + list + ")",
        "CUBE (" + list + ")",
        "GROUPING SETS (" + sets + ")");
  }

  @SafeVarargs
  private static <T> T pick(Random random, T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
