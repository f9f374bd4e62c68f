package io.pgdouble.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Window functions, asked of both sides. */
class WindowsAgreeWithTheReferenceTest {
  private static final long SEED = 20_261_126;
  private static final int QUERIES = 400;

  @Test
  void every_statement_is_answered_as_the_server_does_or_refused() throws IOException {
    Differences differences = Differences.in(Differences.statements("windows.sql"));
    assertThat(differences.found()).isEmpty();
    assertThat(differences.compared()).isGreaterThan(90);
  }

  @Test
  void windows_over_random_rows_agree() throws IOException {
    Random random = new Random(SEED);
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < QUERIES; i++) {
      queries.add(query(random));
    }
    Differences differences = Differences.in(queries);
    assertThat(differences.found()).as("seed %d", SEED).isEmpty();
    assertThat(differences.compared()).isGreaterThan(QUERIES * 3 / 4);
  }

  /** A type, values of it, and offsets for RANGE frames over it. */
  private enum Sample {
    INT2("int2", List.of("1", "2", "7", "-3", "32767"), List.of("1", "2::int8", "40000", "'3'")),
    INT4("int4", List.of("1", "2", "3", "7", "-3"), List.of("1", "2::int2", "5::int8", "0")),
    INT8(
        "int8",
        List.of("1", "2", "5", "-9223372036854775808", "9223372036854775807"),
        List.of("1", "9223372036854775807", "0")),
    FLOAT4("float4", List.of("1.5", "-0", "0", "NaN", "Infinity", "0.1"), List.of("1", "0.5")),
    FLOAT8(
        "float8",
        List.of("1.5", "-0", "1e300", "NaN", "Infinity", "-Infinity", "0.1"),
        List.of("1", "0.5", "'Infinity'")),
    NUMERIC(
        "numeric",
        List.of("1.0", "1.00", "2.5", "-7", "NaN", "Infinity", "-Infinity"),
        List.of("1", "1.5", "'Infinity'")),
    DATE(
        "date",
        List.of("2000-01-01", "1999-12-31", "infinity", "2000-02-29", "2000-03-31"),
        List.of("'1 day'", "'1 month'::interval")),
    TIMESTAMP(
        "timestamp",
        List.of("2000-01-01", "1999-12-31 12:00", "-infinity", "2000-02-29", "2000-03-31"),
        List.of("'1 day'", "'1 month'::interval", "'10 hours'")),
    TIMESTAMPTZ(
        "timestamptz",
        List.of("2000-01-01", "1999-12-31 12:00", "infinity", "2000-02-29", "2000-03-31"),
        List.of("'1 day'", "'1 month'::interval")),
    INTERVAL(
        "interval",
        List.of("1 mon", "30 days", "1 day 2:03:04.5", "-5 years", "0"),
        List.of("'1 day'", "'1 month'::interval", "'1 year'")),
    TIME("time", List.of("0:00", "12:00", "24:00", "23:30"), List.of("'1 hour'", "'30 hours'")),
    TIMETZ(
        "timetz",
        List.of("0:00+1", "12:00-2", "24:00+0", "23:30+1"),
        List.of("'1 hour'", "'30 hours'")),
    TEXT("text", List.of("a", "B", "b", "", "ä"), List.of("1"));

    private final String type;
    private final List<String> values;
    private final List<String> offsets;

    Sample(String type, List<String> values, List<String> offsets) {
      this.type = type;
      this.values = values;
      this.offsets = offsets;
    }

    String value(Random random) {
      return random.nextInt(6) == 0
          ? "NULL::" + type
          : "'" + values.get(random.nextInt(values.size())) + "'::" + type;
    }
  }

  /** The number {@code n} of each row makes every order a complete one. */
  private static String query(Random random) {
    Sample sample = Sample.values()[random.nextInt(Sample.values().length)];
    String mode = pick(random, "ROWS", "RANGE", "GROUPS");
    String order = "x" + pick(random, "", " DESC", " NULLS FIRST", " DESC NULLS LAST");
    String partition = pick(random, "", "", "PARTITION BY n % 2 ");
    boolean exact = !mode.equals("ROWS");
    String window =
        "("
            + partition
            + "ORDER BY "
            + order
            + (exact ? "" : ", n")
            + frame(random, sample, mode)
            + ")";
    StringBuilder rows = new StringBuilder();
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      rows.append(rows.length() == 0 ? "(" : ", (").append(i).append(", ");
      rows.append(sample.value(random)).append(")");
    }
    // Peers come in no certain order: what depends on it is asked only where there are none.
    String call = exact ? ofSets(random) : ofRows(random);
    return "SELECT n, "
        + call
        + " OVER w FROM (VALUES "
        + rows
        + ") s(n, x) WINDOW w AS "
        + window
        + " ORDER BY n";
  }

  private static String frame(Random random, Sample sample, String mode) {
    String offset =
        mode.equals("RANGE")
            ? sample.offsets.get(random.nextInt(sample.offsets.size()))
            : String.valueOf(random.nextInt(4));
    String start =
        pick(
            random,
            "UNBOUNDED PRECEDING",
            "CURRENT ROW",
            offset + " PRECEDING",
            offset + " FOLLOWING");
    String end =
        pick(
            random,
            "UNBOUNDED FOLLOWING",
            "CURRENT ROW",
            offset + " FOLLOWING",
            offset + " PRECEDING");
    String exclusion =
        pick(
            random,
            "",
            "",
            " EXCLUDE CURRENT ROW",
            " EXCLUDE GROUP",
            " EXCLUDE TIES",
            " EXCLUDE NO OTHERS");
    return pick(random, "", " " + mode + " BETWEEN " + start + " AND " + end + exclusion);
  }

  private static String ofSets(Random random) {
    return pick(
        random,
        "count(*)",
        "count(x)",
        "sum(n)",
        "min(n)",
        "max(n)",
        "avg(n::numeric)",
        "rank()",
        "dense_rank()",
        "percent_rank()",
        "cume_dist()",
        "bool_and(n > 3)",
        "sum(n) FILTER (WHERE n <> 2)");
  }

  private static String ofRows(Random random) {
    return pick(
        random,
        "row_number()",
        "array_agg(n)",
        "string_agg(n::text, ',')",
        "first_value(x)",
        "last_value(n)",
        "nth_value(n, 2)",
        "lag(n)",
        "lead(x)",
        "lag(n, 2, -1)",
        "lead(n, n, 0)",
        "ntile(3)",
        "jsonb_agg(n)",
        "sum(n / 2.0)");
  }

  @SafeVarargs
  private static <T> T pick(Random random, T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
