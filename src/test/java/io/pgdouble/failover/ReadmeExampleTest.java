package io.pgdouble.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.pgdouble.PgCluster;
import io.pgdouble.PgDouble;
import io.pgdouble.PgDoubleOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example of failover in the README is this one. */
class ReadmeExampleTest {

  @Test
  void a_pool_survives_the_loss_of_the_primary() throws SQLException {
    try (PgCluster cluster = PgCluster.start(PgDoubleOptions.defaults(), 1);
        HikariDataSource pool = new HikariDataSource()) {
      pool.setJdbcUrl(cluster.jdbcUrl() + "&targetServerType=primary&hostRecheckSeconds=0");
      try (Connection connection = pool.getConnection()) {
        PgDouble promoted = cluster.failover();
        assertThat(promoted).isSameAs(cluster.primary());
        assertThatThrownBy(() -> connection.createStatement().execute("SELECT 1"))
            .hasFieldOrPropertyWithValue("SQLState", "08006");
      }
      try (Connection connection = pool.getConnection()) {
        connection.createStatement().execute("CREATE ROLE only_a_primary_can");
      }
      cluster.rejoin();
      assertThat(cluster.standbys()).hasSize(1);
    }
  }

  @Test
  void the_readme_shows_it_line_by_line() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String section = readme.substring(readme.indexOf("\n## Failover\n"));
    String block = section.split("```java\n", 2)[1].split("```", 2)[0];
    Path here = Path.of("src/test/java/io/pgdouble/failover/ReadmeExampleTest.java");
    List<String> lines = stripped(Files.readString(here));
    assertThat(stripped(block)).hasSizeGreaterThan(10).isSubsetOf(lines);
    assertThat(lines).containsSubsequence(stripped(block));
  }

  private static List<String> stripped(String text) {
    return text.lines().map(line -> line.replaceAll("//.*", "").strip()).toList();
  }
}
