package io.pgdouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgdouble.relay.LiveOriginals;
import io.pgdouble.relay.ServerUrl;
import io.pgdouble.replay.Original;
import io.pgdouble.replay.RecordedServer;
import io.pgdouble.replay.RecordedServer.Mode;
import io.pgdouble.trace.HeaderLine;
import io.pgdouble.trace.Masks;
import io.pgdouble.trace.Recording;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/** A recording answers what it knows; a server is asked the rest, which is added. */
@Timeout(60)
class SpyTest {
  private static PgDouble original;
  private static Recording known;

  @BeforeAll
  static void record(@TempDir Path directory) throws Exception {
    original = PgDouble.start(PgDoubleOptions.defaults());
    Path file = directory.resolve("known.trace");
    String url = "postgres://127.0.0.1:" + original.port();
    try (PgRelay relay = PgRelay.start(PgRelayOptions.to(url).withRecording(file));
        Connection connection = connect(relay.port())) {
      one(connection, "SELECT 1");
      run(connection, "CREATE TEMP TABLE t (n int)");
      run(connection, "INSERT INTO t VALUES (1), (2)");
      failure(connection, "SELECT 1/0");
    }
    known = Recording.read(Files.readString(file));
  }

  @AfterAll
  static void stop() {
    original.close();
  }

  private static Connection connect(int port) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres");
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String one(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }

  private static String failure(Connection connection, String sql) {
    try {
      run(connection, sql);
      return "none";
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }

  /** Sessions of the original, counted. */
  private static final class Counted implements Original.Source, AutoCloseable {
    private final LiveOriginals originals =
        LiveOriginals.of(ServerUrl.of("postgres://127.0.0.1:" + original.port()));
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public Original connect(byte[] startup) {
      count.incrementAndGet();
      return originals.connect(startup);
    }

    @Override
    public void close() {
      originals.close();
    }
  }

  @Test
  void what_is_known_needs_no_server_and_adds_nothing() throws Exception {
    RecordedServer recorded =
        RecordedServer.spyingOn(
            startup -> {
              throw new AssertionError("the server was asked");
            },
            known);
    try (PgDouble spy = PgDouble.start(PgDoubleOptions.defaults(), recorded);
        Connection connection = connect(spy.port())) {
      assertThat(failure(connection, "SELECT 1/0")).isEqualTo("22012");
      assertThat(one(connection, "SELECT 1")).isEqualTo("1");
    }
    assertThat(recorded.added()).isZero();
    assertThat(recorded.recording()).isEqualTo(known);
  }

  @Test
  void what_is_not_known_is_answered_by_a_server_that_has_heard_all_before() throws Exception {
    try (Counted originals = new Counted()) {
      RecordedServer recorded = RecordedServer.spyingOn(originals, known);
      try (PgDouble spy = PgDouble.start(PgDoubleOptions.defaults(), recorded)) {
        try (Connection connection = connect(spy.port())) {
          run(connection, "CREATE TEMP TABLE t (n int)");
          run(connection, "INSERT INTO t VALUES (1), (2)");
          assertThat(failure(connection, "SELECT 1/0")).isEqualTo("22012");
          assertThat(originals.count).hasValue(0);
          assertThat(one(connection, "SELECT sum(n) FROM t")).isEqualTo("3");
          assertThat(originals.count).hasValue(1);
          assertThat(one(connection, "SELECT 1")).isEqualTo("1");
        }
        awaitAdded(recorded, 1);
        try (Connection connection = connect(spy.port())) {
          assertThat(one(connection, "SELECT sum(n) FROM t")).isEqualTo("3");
          assertThat(originals.count).hasValue(1);
        }
      }
      Recording both = Recording.read(recorded.recording().text());
      assertThat(both.connections()).containsExactly("A", "B");
      RecordedServer again = RecordedServer.of(both, Mode.STRICT);
      try (PgDouble server = PgDouble.start(PgDoubleOptions.defaults(), again);
          Connection connection = connect(server.port())) {
        run(connection, "CREATE TEMP TABLE t (n int)");
        run(connection, "INSERT INTO t VALUES (1), (2)");
        assertThat(failure(connection, "SELECT 1/0")).isEqualTo("22012");
        assertThat(one(connection, "SELECT sum(n) FROM t")).isEqualTo("3");
        assertThat(one(connection, "SELECT 1")).isEqualTo("1");
      }
      assertThat(again.deviations()).isEmpty();
    }
  }

  @Test
  void what_is_masked_does_not_stand_in_what_is_added() throws Exception {
    try (Counted originals = new Counted()) {
      Masks masks = Masks.NONE.withColumn("email").withText("\\d{4}-\\d{4}");
      RecordedServer recorded = RecordedServer.spyingOn(originals, known, masks);
      try (PgDouble spy = PgDouble.start(PgDoubleOptions.defaults(), recorded);
          Connection connection = connect(spy.port())) {
        assertThat(one(connection, "SELECT 'a' || '@b' AS email")).isEqualTo("a@b");
        assertThat(one(connection, "SELECT '1234-5678' || '!'")).isEqualTo("1234-5678!");
      }
      awaitAdded(recorded, 1);
      assertThat(recorded.recording().text())
          .contains("DataRow\t 1 8 '********'")
          .contains("SELECT '********' ||")
          .contains("DataRow\t 1 9 '********!'")
          .doesNotContain("a@b", "1234-5678");
    }
  }

  private static void awaitAdded(RecordedServer recorded, int count) throws Exception {
    while (recorded.recording().connections().size() < count + 1) {
      Thread.sleep(10);
    }
    Thread.sleep(100);
  }

  @Test
  void blocks_statements_copies_and_cancels_are_those_of_the_server() throws Exception {
    Recording nothing = new Recording(List.of(HeaderLine.RECORDING), List.of());
    try (Counted originals = new Counted()) {
      RecordedServer recorded = RecordedServer.spyingOn(originals, nothing);
      try (PgDouble spy = PgDouble.start(PgDoubleOptions.defaults(), recorded);
          Connection connection = connect(spy.port())) {
        PGConnection driver = connection.unwrap(PGConnection.class);
        assertThat(one(connection, "SELECT pg_backend_pid()"))
            .isEqualTo(Integer.toString(driver.getBackendPID()));
        connection.setAutoCommit(false);
        run(connection, "CREATE TEMP TABLE c (n int)");
        byte[] rows = "1\n2\n39\n".getBytes(StandardCharsets.US_ASCII);
        driver.getCopyAPI().copyIn("COPY c FROM STDIN", new ByteArrayInputStream(rows));
        try (PreparedStatement sum = connection.prepareStatement("SELECT sum(n) + ? FROM c")) {
          for (int i = 0; i < 7; i++) {
            sum.setInt(1, i);
            try (ResultSet result = sum.executeQuery()) {
              result.next();
              assertThat(result.getInt(1)).isEqualTo(42 + i);
            }
          }
        }
        assertThat(failure(connection, "SELECT 1/0")).isEqualTo("22012");
        assertThat(failure(connection, "SELECT 1")).isEqualTo("25P02");
        connection.rollback();
        connection.setAutoCommit(true);
        CompletableFuture<String> slow =
            CompletableFuture.supplyAsync(() -> failure(connection, "SELECT pg_sleep(30)"));
        Thread.sleep(500);
        driver.cancelQuery();
        assertThat(slow.get()).isEqualTo("57014");
      }
      assertThat(recorded.added()).isEqualTo(1);
      assertThat(recorded.recording().text()).contains("DataRow\t 1 '${A.pid}'");
    }
  }

  @Test
  void a_server_that_says_otherwise_than_the_recording_is_told_of() throws Exception {
    try (Counted originals = new Counted();
        Connection there = connect(original.port())) {
      run(there, "CREATE TABLE spied (n int)");
      String text =
          known.text().replace("CREATE TEMP TABLE t (n int)", "CREATE TABLE spied (n int)");
      RecordedServer recorded = RecordedServer.spyingOn(originals, Recording.read(text));
      try (PgDouble spy = PgDouble.start(PgDoubleOptions.defaults(), recorded);
          Connection connection = connect(spy.port())) {
        run(connection, "CREATE TABLE spied (n int)");
        assertThatThrownBy(() -> one(connection, "SELECT count(*) FROM spied"))
            .hasMessageContaining("neither its recording nor the server it spies on knows")
            .hasMessageContaining("CREATE TABLE spied")
            .hasMessageContaining("already exists");
      }
    }
  }

  @Test
  void a_server_that_is_not_there_is_told_of() throws Exception {
    try (LiveOriginals nowhere = LiveOriginals.of(ServerUrl.of("postgres://127.0.0.1:1"))) {
      RecordedServer recorded = RecordedServer.spyingOn(nowhere, known);
      try (PgDouble spy = PgDouble.start(PgDoubleOptions.defaults(), recorded);
          Connection connection = connect(spy.port())) {
        assertThat(one(connection, "SELECT 1")).isEqualTo("1");
        assertThat(failure(connection, "SELECT 2")).isEqualTo("08001");
      }
    }
  }
}
