package io.pgdouble.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ranges and multiranges, asked of both sides. */
class RangesAgreeWithTheReferenceTest {
  private static final long SEED = 20_261_129;
  private static final int QUERIES = 600;

  @Test
  void every_statement_is_answered_as_the_server_does_or_refused() throws IOException {
    Differences differences = Differences.in(Differences.statements("ranges.sql"));
    assertThat(differences.found()).isEmpty();
    assertThat(differences.compared()).isGreaterThan(70);
  }

  @Test
  void operators_on_random_ranges_agree() throws IOException {
    Random random = new Random(SEED);
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < QUERIES; i++) {
      queries.add(query(random));
    }
    Differences differences = Differences.in(queries);
    assertThat(differences.found()).as("seed %d", SEED).isEmpty();
    assertThat(differences.compared()).isEqualTo(QUERIES);
  }

  private static String query(Random random) {
    boolean discrete = random.nextBoolean();
    String type = discrete ? "int4" : "num";
    String one = operand(random, type);
    String other = operand(random, type);
    String multi = "'{" + ranges(random) + "}'::" + type + "multirange";
    String second = "'{" + ranges(random) + "}'::" + type + "multirange";
    String number = random.nextInt(6) + (discrete ? "" : ".0");
    return "SELECT "
        + one
        + pick(random, " @> ", " <@ ", " && ", " << ", " >> ", " &< ", " &> ", " -|- ")
        + other
        + ", "
        + multi
        + pick(random, " + ", " - ", " * ", " = ", " < ", " >= ")
        + second
        + ", "
        + one
        + " @> "
        + number
        + ", "
        + pick(random, "lower", "upper", "isempty", "lower_inc", "upper_inf")
        + "("
        + other
        + "), range_merge("
        + multi
        + "), '"
        + range(random)
        + "'::"
        + type
        + "range"
        + pick(random, " + ", " - ", " * ", " = ", " < ", " >= ")
        + "'"
        + range(random)
        + "'::"
        + type
        + "range";
  }

  private static String operand(Random random, String type) {
    return random.nextBoolean()
        ? "'" + range(random) + "'::" + type + "range"
        : "'{" + ranges(random) + "}'::" + type + "multirange";
  }

  private static String ranges(Random random) {
    return IntStream.range(0, random.nextInt(4))
        .mapToObj(i -> range(random))
        .collect(Collectors.joining(","));
  }

  private static String range(Random random) {
    if (random.nextInt(10) == 0) {
      return "empty";
    }
    int from = random.nextInt(6);
    return pick(random, "[", "(")
        + (random.nextInt(8) == 0 ? "" : from)
        + ","
        + (random.nextInt(8) == 0 ? "" : from + random.nextInt(4))
        + pick(random, "]", ")");
  }

  private static String pick(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
