package io.pgdouble.postmaster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgdouble.PgDouble;
import io.pgdouble.PgDoubleOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Roles, databases and settings for sessions to come outlive a server on a data directory. */
class KeptCatalogsTest {
  private static final String EVERYTHING =
      "SELECT rolname || rolcanlogin::text || coalesce(rolconfig::text, '') FROM pg_roles"
          + " WHERE oid > 16383 UNION ALL SELECT datname FROM pg_database WHERE oid > 16383"
          + " UNION ALL SELECT roleid::regrole || ' ' || member::regrole FROM pg_auth_members"
          + " WHERE roleid > 16383 ORDER BY 1";

  @TempDir private Path data;

  @BeforeEach
  void initialize() throws IOException {
    Files.setPosixFilePermissions(
        data, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
    DoubleOnDisk.initialize(data, Map.of());
  }

  private PgDouble start() {
    return PgDouble.start(PgDoubleOptions.defaults().withDataDirectory(data));
  }

  private static void run(PgDouble server, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(server.jdbcUrl());
        Statement statement = connection.createStatement()) {
      for (String text : statements) {
        statement.execute(text);
      }
    }
  }

  private static List<String> all(PgDouble server) throws SQLException {
    return all(server, EVERYTHING);
  }

  private static List<String> all(PgDouble server, String query) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(server.jdbcUrl());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private static void makeAll(PgDouble server) throws SQLException {
    run(
        server,
        "CREATE ROLE one LOGIN",
        "CREATE ROLE \"Two\tnames of old\"",
        "ALTER ROLE \"Two\tnames of old\" RENAME TO \"Two\tnames\"",
        "GRANT \"Two\tnames\" TO one",
        "ALTER ROLE one SET work_mem = '8MB'",
        "CREATE DATABASE one",
        "CREATE DATABASE later",
        "CREATE ROLE gone",
        "DROP ROLE gone",
        "BEGIN",
        "CREATE ROLE never",
        "ROLLBACK");
  }

  @Test
  void they_are_there_after_a_stop_of_any_kind() throws SQLException {
    List<String> made;
    try (PgDouble server = start()) {
      makeAll(server);
      made = all(server);
      server.postmaster().stop(ShutdownMode.IMMEDIATE);
      server.awaitLastSession();
    }
    assertThat(made).hasSize(5).contains("later", "one", "onetrue{work_mem=8MB}");
    try (PgDouble server = start()) {
      assertThat(all(server)).isEqualTo(made);
      run(server, "DROP DATABASE later", "CREATE ROLE three");
      assertThat(all(server)).contains("threefalse").doesNotContain("later");
    }
  }

  @Test
  void a_role_can_connect_to_its_database_after_a_restart() throws SQLException {
    try (PgDouble server = start()) {
      makeAll(server);
    }
    try (PgDouble server = start();
        Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + server.port() + "/one", "one", "");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW work_mem")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo("8MB");
    }
  }

  @Test
  void the_rows_of_tables_are_there_again_after_an_orderly_end_and_after_any_other()
      throws SQLException {
    String rows =
        "SELECT i || ' ' || n || ' ' || t || ' ' || a::text || ' ' || j || ' ' || d FROM kept"
            + " ORDER BY i";
    try (PgDouble server = start()) {
      run(
          server,
          "CREATE TABLE kept (i int PRIMARY KEY, n numeric, t text, a int[], j jsonb, d date)",
          "INSERT INTO kept VALUES (1, 1.50, 'ä', '{1,2}', '{\"b\": [1]}', '2020-02-29')",
          "INSERT INTO kept VALUES (2, 2, 'b', '{}', '2', '2020-01-01')",
          "UPDATE kept SET t = 'c' WHERE i = 2",
          "INSERT INTO kept VALUES (3, 3, 'gone', '{}', '3', '2020-01-01')",
          "DELETE FROM kept WHERE i = 3");
      server.postmaster().stop(ShutdownMode.IMMEDIATE);
      server.awaitLastSession();
    }
    List<String> expected =
        List.of("1 1.50 ä {1,2} {\"b\": [1]} 2020-02-29", "2 2 c {} 2 2020-01-01");
    try (PgDouble server = start()) {
      assertThat(all(server, rows)).isEqualTo(expected);
    }
    try (PgDouble server = start()) {
      assertThat(all(server, rows)).isEqualTo(expected);
      assertThatThrownBy(() -> run(server, "INSERT INTO kept (i) VALUES (2)"))
          .hasMessageContaining("duplicate key value");
    }
  }

  @Test
  void roles_given_to_the_next_start_come_beside_them() throws SQLException {
    try (PgDouble server = start()) {
      makeAll(server);
    }
    try (PgDouble server =
        PgDouble.start(
            PgDoubleOptions.defaults().withDataDirectory(data).withRole("one").withRole("app"))) {
      assertThat(all(server)).contains("onetrue{work_mem=8MB}", "apptrue");
    }
  }
}
