package io.pgdouble.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ordered-set and hypothetical-set aggregates, asked of both sides. */
class OrderedSetsAgreeWithTheReferenceTest {
  private static final long SEED = 20_260_115;
  private static final int QUERIES = 400;

  @Test
  void every_statement_is_answered_as_the_server_does_or_refused() throws IOException {
    Differences differences = Differences.in(Differences.statements("ordered-sets.sql"));
    assertThat(differences.found()).isEmpty();
    assertThat(differences.compared()).isGreaterThan(120);
  }

  @Test
  void aggregates_over_random_rows_agree() throws IOException {
    Random random = new Random(SEED);
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < QUERIES; i++) {
      queries.add(query(random));
    }
    Differences differences = Differences.in(queries);
    assertThat(differences.found()).as("seed %d", SEED).isEmpty();
    assertThat(differences.compared()).isGreaterThan(QUERIES * 3 / 4);
  }

  /** A type and values of it, some of them equal and not alike. */
  private enum Sample {
    INT4("int4", "1", "2", "2", "7", "-3"),
    FLOAT8("float8", "1.5", "-0", "0", "1e300", "-1e300", "NaN", "Infinity", "0.1"),
    NUMERIC("numeric", "1.0", "1.00", "2.5", "-7", "NaN"),
    TEXT("text", "a", "B", "b", "", "ä"),
    INTERVAL("interval", "1 mon", "30 days", "1 day 2:03:04.5", "-5 years", "0"),
    DATE("date", "2000-01-01", "1999-12-31", "infinity", "2024-02-29"),
    BOOL("bool", "t", "f");

    private final String type;
    private final List<String> values;

    Sample(String type, String... values) {
      this.type = type;
      this.values = List.of(values);
    }

    String value(Random random) {
      return random.nextInt(7) == 0
          ? "NULL::" + type
          : "'" + values.get(random.nextInt(values.size())) + "'::" + type;
    }
  }

  private static String query(Random random) {
    Sample sample = pick(random, Sample.values());
    String order = " WITHIN GROUP (ORDER BY x" + pick(random, "", " DESC", " NULLS FIRST") + ")";
    String call = call(random, sample) + order;
    String filter = pick(random, "", "", " FILTER (WHERE x IS NOT NULL)", " FILTER (WHERE g = 1)");
    StringBuilder rows = new StringBuilder("(0, NULL::" + sample.type + ")");
    for (int i = random.nextInt(12); i > 0; i--) {
      rows.append(", (" + random.nextInt(3) + ", " + sample.value(random) + ")");
    }
    // The server sends groups before an error in a later one: errors are tried without groups.
    String grouping = call.matches(".*1\\.1.*|.*-1e-9.*") ? "" : " GROUP BY g ORDER BY g";
    return "SELECT " + call + filter + " FROM (VALUES " + rows + ") s(g, x)" + grouping;
  }

  private static String call(Random random, Sample sample) {
    String fraction = pick(random, "0", "0.25", "0.5", "1/3.0", "1", "NULL", "1.1", "-1e-9");
    String fractions = "ARRAY[" + fraction + ", 0.75, 0.1]::float8[]";
    String value = sample.value(random);
    return pick(
        random,
        "mode()",
        "percentile_cont(" + fraction + ")",
        "percentile_disc(" + fraction + ")",
        "percentile_cont(" + fractions + ")",
        "percentile_disc(" + fractions + ")",
        "rank(" + value + ")",
        "dense_rank(" + value + ")",
        "percent_rank(" + value + ")",
        "cume_dist(" + value + ")");
  }

  @SafeVarargs
  private static <T> T pick(Random random, T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
