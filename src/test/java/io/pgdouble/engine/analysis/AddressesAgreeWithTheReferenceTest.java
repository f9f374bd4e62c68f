package io.pgdouble.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Networks, hardware addresses, money, positions in the log and snapshots, asked of both sides. */
class AddressesAgreeWithTheReferenceTest {
  private static final long SEED = 20_261_130;
  private static final int QUERIES = 400;

  @Test
  void every_statement_is_answered_as_the_server_does_or_refused() throws IOException {
    Differences differences = Differences.in(Differences.statements("addresses.sql"));
    assertThat(differences.found()).isEmpty();
    assertThat(differences.compared()).isGreaterThan(75);
  }

  @Test
  void random_texts_of_these_types_are_read_alike() throws IOException {
    Random random = new Random(SEED);
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < QUERIES; i++) {
      queries.add("SELECT '" + text(random) + "'::" + pick(random, "macaddr", "macaddr8"));
      queries.add("SELECT '" + amount(random) + "'::money");
      queries.add("SELECT '" + network(random) + "'::" + pick(random, "cidr", "inet"));
    }
    Differences differences = Differences.in(queries);
    assertThat(differences.found()).as("seed %d", SEED).isEmpty();
    assertThat(differences.compared()).isEqualTo(3 * QUERIES);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    String spacer = pick(random, ":", "-", ".", "");
    int bytes = pick(random, "6", "8", "5").charAt(0) - '0';
    for (int i = 0; i < bytes; i++) {
      boolean rare = random.nextInt(12) == 0;
      text.append(i == 0 || random.nextInt(3) == 0 && spacer.isEmpty() ? "" : spacer);
      text.append(rare ? pick(random, "0", " ab", "123", "g0") : pick(random, "08", "ff", "1C"));
    }
    return text + pick(random, "", "", " ", "0");
  }

  private static String amount(Random random) {
    return pick(random, "", "-", "(", "+", "$", " $-", "-$ ")
        + pick(random, "", "0", "1", "12", "1,234", "1234567")
        + pick(random, "", ".", ".5", ".05", ".995", ".994", ".1.2", ",5")
        + pick(random, "", ")", " ", "-", "$", "x");
  }

  private static String network(Random random) {
    return pick(
            random, "10", "10.1", "10.1.2", "192.168.1.0", "224", "128.0", "240", "::", "fe80::")
        + pick(random, "", ".0", ".256", ".3")
        + pick(random, "", "/8", "/16", "/24", "/32", "/33", "/128", "/0", "/");
  }

  private static String pick(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
