package io.pgdouble.engine.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.reference.Reference;
import io.pgdouble.reference.SharedReference;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class SessionRandomTest {

  @Test
  void a_seed_gives_the_numbers_it_gives_on_a_server() throws SQLException {
    for (double seed : new double[] {0, 0.5, -1, 1, 0.123456789}) {
      SessionRandom random = new SessionRandom(4711);
      random.seed(seed);
      for (String number : onServer(seed)) {
        assertThat(random.nextDouble()).isEqualTo(Double.parseDouble(number));
      }
    }
  }

  private static String[] onServer(double seed) throws SQLException {
    Reference server = SharedReference.get();
    String url =
        "jdbc:postgresql://" + server.host() + ":" + server.port() + "/" + server.database();
    try (Connection connection =
            DriverManager.getConnection(url, server.user(), server.password().orElse(""));
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT setseed(" + seed + ")");
      try (ResultSet row =
          statement.executeQuery(
              "SELECT string_agg(random()::text, ',') FROM generate_series(1, 20)")) {
        row.next();
        return row.getString(1).split(",");
      }
    }
  }
}
