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

  /** A value of each type that a column can have. */
  private static final String VALUES =
      """
      SELECT true AS b, 1::int2 AS i2, 2 AS i4, 3::int8 AS i8, 1.5::float4 AS f4,
        'NaN'::float8 AS f8, 1.50::numeric AS n, '1.25'::money AS m, 'a'::text AS t,
        'b'::varchar(3) AS v, 'c'::char(3) AS c, 'd'::name AS na, 'e'::"char" AS ch,
        '\\x00ff'::bytea AS by, date '2020-02-29' AS d, time '10:00' AS ti,
        timetz '10:00+02' AS tz, timestamp '2020-02-29 10:00' AS ts,
        timestamptz 'infinity' AS tstz, interval '1 mon 2 days 3 s' AS iv,
        '0198a0ff-0000-4000-8000-000000000001'::uuid AS u, '{"a": 1}'::json AS j,
        '[1, null]'::jsonb AS jb, '$.a[*] ? (@ > 1)'::jsonpath AS jp,
        '10.0.0.1/8'::inet AS ine, '10.0.0.0/8'::cidr AS ci,
        '08:00:2b:01:02:03'::macaddr AS mac, '08:00:2b:01:02:03:04:05'::macaddr8 AS mac8,
        B'101'::bit(3) AS bi, B'01'::varbit AS vb, 26::oid AS o, 'pg_class'::regclass AS rc,
        '(1,2)'::tid AS td, '5'::xid AS x, '6'::xid8 AS x8, '7'::cid AS cd, '1/2'::pg_lsn AS l,
        '10:20:15'::pg_snapshot AS s, '10:20:15'::txid_snapshot AS tx,
        'postgres=r/postgres'::aclitem AS acl, '[1,5)'::int4range AS r4,
        'empty'::int8range AS r8, '(,1.5]'::numrange AS rn, '[,]'::tsrange AS rt,
        '[2020-01-01,)'::daterange AS rd, '{[1,2),[5,)}'::int4multirange AS mr,
        '{}'::datemultirange AS md, ARRAY[1, NULL, 3] AS a, '[2:3]={x,y}'::text[] AS ta,
        ARRAY[int4range(1, 2)] AS ra, 'low'::kept_enum AS e,
        ARRAY['high', NULL]::kept_enum[] AS ea, 5::kept_domain AS dom,
        ROW(1, 'low', ARRAY[B'1'])::kept_row AS ro, ARRAY[ROW(2, NULL, NULL)::kept_row] AS roa,
        '(1,high,)'::kept_row_domain AS rod
      """;

  @Test
  void a_row_with_a_value_of_every_type_is_there_again() throws SQLException {
    String all = "SELECT k::text FROM kept AS k";
    List<String> kept;
    try (PgDouble server = start()) {
      run(
          server,
          "CREATE TYPE kept_enum AS ENUM ('low', 'high')",
          "CREATE DOMAIN kept_domain AS int CHECK (value > 0)",
          "CREATE TYPE kept_row AS (a int, e kept_enum, b varbit[])",
          "CREATE DOMAIN kept_row_domain AS kept_row",
          "CREATE TABLE kept AS " + VALUES);
      kept = all(server, all);
      server.stop();
    }
    assertThat(kept).hasSize(1);
    try (PgDouble server = start()) {
      assertThat(all(server, all)).isEqualTo(kept);
      run(server, "INSERT INTO kept SELECT * FROM kept");
      assertThat(all(server, "SELECT count(*) FROM kept WHERE e = 'low'")).containsExactly("2");
    }
  }

  private static final String UNLOGGED = "SELECT i FROM passing UNION ALL SELECT nextval('ids')";

  /** {@code server-crash/unlogged} shows it of PostgreSQL, and of a crash without a new start. */
  @Test
  void unlogged_tables_are_empty_after_any_end_but_an_orderly_one() throws SQLException {
    try (PgDouble server = start()) {
      run(
          server,
          "CREATE UNLOGGED TABLE passing AS SELECT 7 AS i",
          "CREATE UNLOGGED SEQUENCE ids",
          "SELECT nextval('ids')");
    }
    try (PgDouble server = start()) {
      assertThat(all(server, UNLOGGED)).containsExactly("7", "2");
      run(server, "INSERT INTO passing VALUES (8)");
    }
    try (PgDouble server = start()) {
      assertThat(all(server, UNLOGGED)).containsExactly("7", "8", "3");
      server.postmaster().stop(ShutdownMode.IMMEDIATE);
      server.awaitLastSession();
    }
    try (PgDouble server = start()) {
      assertThat(all(server, UNLOGGED)).containsExactly("1");
      run(server, "INSERT INTO passing VALUES (9)");
    }
  }

  @Test
  void a_primary_that_becomes_a_standby_has_lost_what_is_unlogged_once_it_is_promoted()
      throws SQLException {
    try (PgDouble server = start()) {
      run(server, "CREATE UNLOGGED TABLE passing AS SELECT 7 AS i");
    }
    PgDoubleOptions standby =
        PgDoubleOptions.defaults().withDataDirectory(data).withStartMode(StartMode.STANDBY);
    try (PgDouble server = PgDouble.start(standby)) {
      assertThatThrownBy(() -> all(server, "SELECT i FROM passing"))
          .hasMessageContaining("cannot access temporary or unlogged relations during recovery");
      server.postmaster().promote().join();
      assertThat(all(server, "SELECT count(*) FROM passing")).containsExactly("0");
    }
  }

  @Test
  void a_standby_keeps_what_it_receives_and_has_it_when_it_starts_again() throws SQLException {
    PgDoubleOptions standby =
        PgDoubleOptions.defaults().withDataDirectory(data).withStartMode(StartMode.STANDBY);
    String rows = "SELECT t FROM sent ORDER BY 1";
    try (PgDouble primary = PgDouble.start(PgDoubleOptions.defaults())) {
      run(primary, "CREATE TABLE sent (t text)", "INSERT INTO sent VALUES ('in the copy')");
      try (PgDouble server = PgDouble.start(standby)) {
        server.postmaster().follow(primary.postmaster());
        run(primary, "CREATE ROLE sent_as_well", "INSERT INTO sent VALUES ('later')");
        assertThat(all(server, rows)).containsExactly("in the copy", "later");
        server.postmaster().stop(ShutdownMode.IMMEDIATE);
        server.awaitLastSession();
      }
      try (PgDouble server = PgDouble.start(standby)) {
        assertThat(all(server, rows)).containsExactly("in the copy", "later");
        assertThat(all(server)).contains("sent_as_wellfalse");
        run(primary, "INSERT INTO sent VALUES ('to nobody')");
        server.postmaster().follow(primary.postmaster());
        run(server, "SELECT pg_wal_replay_pause()");
        run(primary, "INSERT INTO sent VALUES ('not replayed yet')");
        assertThat(all(server, rows)).doesNotContain("not replayed yet");
      }
      try (PgDouble server = PgDouble.start(standby)) {
        assertThat(all(server, rows))
            .containsExactly("in the copy", "later", "not replayed yet", "to nobody");
        server.postmaster().promote().join();
        run(server, "INSERT INTO sent VALUES ('written by itself')");
        run(primary, "INSERT INTO sent VALUES ('on another timeline')");
      }
    }
    try (PgDouble server = start()) {
      assertThat(all(server, rows)).hasSize(5).contains("written by itself");
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
