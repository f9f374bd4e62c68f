package io.pgdouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExplainTest {
  private static PgDouble server;
  private static Connection connection;

  @BeforeAll
  static void start() throws SQLException {
    server = PgDouble.start(PgDoubleOptions.defaults());
    connection = DriverManager.getConnection(server.jdbcUrl());
    run("CREATE TABLE fruit (id int PRIMARY KEY, name text)");
  }

  @AfterAll
  static void stop() throws SQLException {
    connection.close();
    server.close();
  }

  private static void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> explained(String sql) throws SQLException {
    run("SET pgdouble.explain = on");
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        lines.addAll(rows.getString("QUERY PLAN").lines().toList());
      }
    }
    return lines;
  }

  @Test
  void aPlanIsRefusedUnlessItIsAskedForAndTheHintSaysHow() throws SQLException {
    run("RESET pgdouble.explain");
    assertThatThrownBy(() -> run("EXPLAIN ANALYZE INSERT INTO fruit VALUES (1, 'apple')"))
        .hasFieldOrPropertyWithValue("SQLState", "0A000")
        .hasMessageContaining("SET pgdouble.explain = on");
  }

  @Test
  void everyPartOfAPlanSaysThatItIsTheDoubles() throws SQLException {
    assertThat(explained("EXPLAIN SELECT name FROM fruit WHERE id = 1 ORDER BY name"))
        .containsExactly(
            "pgdouble Sort",
            "  ->  pgdouble Projection",
            "        ->  pgdouble Filter",
            "              ->  pgdouble Key Scan on fruit");
    for (String format : List.of("json", "yaml", "xml")) {
      assertThat(explained("EXPLAIN (FORMAT " + format + ") SELECT 1 UNION SELECT 2"))
          .filteredOn(line -> line.contains("Node Type") || line.contains("Node-Type"))
          .hasSizeGreaterThan(3)
          .allMatch(line -> line.contains("pgdouble "));
    }
  }

  @Test
  void commonTablesAreShownWithWhatTheyAreMadeOf() throws SQLException {
    assertThat(
            explained(
                "EXPLAIN WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n"
                    + " WHERE i < 3) SELECT * FROM n"))
        .contains("  ->  pgdouble Common Table on n")
        .anyMatch(line -> line.endsWith("->  pgdouble Common Table Scan on n"));
  }

  @Test
  void whatIsAnalyzedIsRunAndItsRowsAreCounted() throws SQLException {
    assertThat(explained("EXPLAIN ANALYZE INSERT INTO fruit VALUES (7, 'fig'), (8, 'lime')"))
        .first()
        .isEqualTo("pgdouble Modify Table on fruit (actual rows=2)");
    assertThat(explained("EXPLAIN (ANALYZE, FORMAT json) DELETE FROM fruit WHERE id > 6"))
        .anyMatch(line -> line.contains("\"Actual Rows\": 2"));
  }
}
