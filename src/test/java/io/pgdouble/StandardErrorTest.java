package io.pgdouble;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/**
 * What a server writes to its standard error, and when: PostgreSQL's processes do so themselves.
 */
class StandardErrorTest {
  private static final int STATEMENTS = 300;

  @Test
  void who_has_an_answer_finds_there_what_was_reported_on_the_way() throws SQLException {
    List<String> lines = new CopyOnWriteArrayList<>();
    PgDoubleOptions options = PgDoubleOptions.defaults().withSetting("log_statement", "all");
    try (PgDouble server = PgDouble.start(options)) {
      server.log().followStandardError(lines::add);
      try (Connection connection =
              DriverManager.getConnection(server.jdbcUrl() + "&preferQueryMode=simple");
          Statement statement = connection.createStatement()) {
        for (int i = 0; i < STATEMENTS; i++) {
          statement.execute("SELECT " + i);
          assertThat(lines.get(lines.size() - 1)).endsWith("LOG:  statement: SELECT " + i + "\n");
        }
      }
    }
  }
}
