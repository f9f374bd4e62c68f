package io.pgdouble.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rows that compare equal come in the server's order, whichever way it sorts. */
class SortsAgreeWithTheReferenceTest {
  private static final long SEED = 20_261_126;
  private static final int QUERIES = 200;
  private static final String ROWS =
      " FROM (SELECT i, (i * 7919::bigint) %% %d AS k FROM generate_series(1, %d) i) s";

  @Test
  void equal_rows_come_in_the_same_order() throws IOException {
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
    int rows = 1 << random.nextInt(11);
    String from = String.format(ROWS, 1 + random.nextInt(40), rows + random.nextInt(rows));
    int limit = 1 + random.nextInt(rows);
    return switch (random.nextInt(5)) {
      case 0 -> "SELECT i" + from + " ORDER BY k";
      case 1 -> "SELECT i" + from + " ORDER BY k DESC LIMIT " + limit + " OFFSET " + rows / 9;
      case 2 -> "SELECT i" + from + " ORDER BY k, i % 2 FETCH FIRST 3 ROWS WITH TIES";
      case 3 -> "SELECT array_agg(i ORDER BY k)" + from;
      default -> "SELECT i, row_number() OVER (ORDER BY k)" + from;
    };
  }
}
