package io.pgdouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgdouble.relay.DiffTap;
import io.pgdouble.relay.RelayException;
import io.pgdouble.relay.ReplayOptions;
import io.pgdouble.relay.ReplayReport;
import io.pgdouble.relay.ServerUrl;
import io.pgdouble.trace.Recording;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.util.PGobject;

/** What frontends said is said again, and the answers compared. */
@Timeout(60)
class PgReplayTest {
  private static PgDouble server;
  private static String text;

  @BeforeAll
  static void record(@TempDir Path directory) throws Exception {
    server = PgDouble.start(PgDoubleOptions.defaults());
    Path file = directory.resolve("program.trace");
    try (PgRelay relay = PgRelay.start(PgRelayOptions.to(url()).withRecording(file))) {
      program("jdbc:postgresql://127.0.0.1:" + relay.port() + "/postgres?user=postgres");
    }
    text = Files.readString(file);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String url() {
    return "postgres://127.0.0.1:" + server.port();
  }

  private static void program(String url) throws Exception {
    try (Connection one = DriverManager.getConnection(url);
        Connection two = DriverManager.getConnection(url);
        PreparedStatement statement = one.prepareStatement("SELECT ? || 'x'")) {
      statement.setString(1, "a");
      statement.executeQuery().close();
      CompletableFuture<Void> slow =
          CompletableFuture.runAsync(
              () -> {
                try (Statement sleep = two.createStatement()) {
                  sleep.execute("SELECT pg_backend_pid(), pg_sleep(30)");
                } catch (SQLException e) {
                  assertThat(e.getSQLState()).isEqualTo("57014");
                }
              });
      Thread.sleep(300);
      two.unwrap(org.postgresql.PGConnection.class).cancelQuery();
      slow.get();
    }
  }

  @Test
  void the_same_server_answers_the_same() {
    ReplayReport report = PgReplay.run(Recording.read(text), url());
    assertThat(report.differences()).isEmpty();
    assertThat(report.connections()).isEqualTo(3);
    assertThat(report.compared()).isGreaterThan(20);
  }

  @Test
  void in_the_recorded_time_it_takes_as_long() {
    long start = System.nanoTime();
    ReplayOptions asItWas = new ReplayOptions(ServerUrl.of(url()), 1, List.of());
    assertThat(PgReplay.run(Recording.read(text), asItWas).differences()).isEmpty();
    assertThat(System.nanoTime() - start).isGreaterThan(300_000_000L);
  }

  @Test
  void every_other_answer_is_shown_and_the_two_find_together_again() {
    String other = text.replace("'ax'", "'bx'").replace("A\tB\t4\tBindComplete\n", "");
    ReplayReport report = PgReplay.run(Recording.read(other), url());
    assertThat(report.differences())
        .extracting(difference -> difference.expected().orElse("nothing"))
        .containsOnlyOnce("DataRow 1 2 'bx'")
        .contains("nothing");
    assertThat(report.differences())
        .extracting(difference -> difference.found().orElse("nothing"))
        .contains("DataRow 1 2 'ax'", "BindComplete");
    assertThat(report.differences()).allMatch(difference -> difference.connection().equals("A"));
  }

  @Test
  void values_of_columns_that_may_differ_are_not_compared() {
    String other = text.replace("'ax'", "'bx'");
    ReplayOptions options =
        new ReplayOptions(
            ServerUrl.of(url()), 0, List.of(java.util.regex.Pattern.compile(".*column.*")));
    assertThat(PgReplay.run(Recording.read(other), options).differences()).isEmpty();
  }

  @Test
  void a_relay_shows_where_what_crosses_it_differs_from_a_recording() throws Exception {
    for (String recorded : List.of(text, text.replace("'ax'", "'bx'"))) {
      DiffTap tap =
          new DiffTap(
              Recording.read(recorded),
              new ReplayOptions(ServerUrl.of(url()), 0, List.of()),
              difference -> {});
      try (PgRelay relay = PgRelay.start(PgRelayOptions.to(url()), tap)) {
        program("jdbc:postgresql://127.0.0.1:" + relay.port() + "/postgres?user=postgres");
      }
      assertThat(tap.differences()).hasSize(recorded.equals(text) ? 0 : 1);
    }
  }

  private static final List<String> OBJECTS =
      List.of(
          "CREATE TABLE replayed (n int)",
          "CREATE TYPE mood AS ENUM ('sad', 'ok')",
          "SELECT 'replayed'::regclass::oid",
          "SELECT relname, relkind FROM pg_class WHERE oid = %d",
          "DROP TABLE replayed",
          "DROP TYPE mood");

  /** A frontend that says again the OIDs it was told: as a parameter, in a text. */
  private static void aboutObjects(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(OBJECTS.get(0));
      statement.execute(OBJECTS.get(1));
      long oid;
      try (ResultSet told = statement.executeQuery(OBJECTS.get(2))) {
        told.next();
        oid = told.getLong(1);
      }
      statement.execute(OBJECTS.get(3).formatted(oid));
      try (PreparedStatement named =
          connection.prepareStatement("SELECT relname FROM pg_class WHERE oid = ?")) {
        named.setLong(1, oid);
        named.execute();
      }
      try (PreparedStatement value = connection.prepareStatement("SELECT ?::mood")) {
        PGobject mood = new PGobject();
        mood.setType("mood");
        mood.setValue("ok");
        value.setObject(1, mood);
        value.execute();
      }
      statement.execute(OBJECTS.get(4));
      statement.execute(OBJECTS.get(5));
    }
  }

  @Test
  void oids_of_users_objects_are_those_they_have_now(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("objects.trace");
    try (PgRelay relay = PgRelay.start(PgRelayOptions.to(url()).withRecording(file))) {
      aboutObjects("jdbc:postgresql://127.0.0.1:" + relay.port() + "/postgres?user=postgres");
    }
    Recording recording = Recording.read(Files.readString(file));
    ReplayReport report = PgReplay.run(recording, url());
    assertThat(report.differences()).isEmpty();
    String other = Files.readString(file).replace("'replayed'", "'repl_yed'");
    assertThat(PgReplay.run(Recording.read(other), url()).differences()).isNotEmpty();
  }

  /** Statements get names at once, and portals for the sake of fetching in parts. */
  private static void named(int port) throws SQLException {
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    try (Connection connection = DriverManager.getConnection(url + "&prepareThreshold=1")) {
      connection.setAutoCommit(false);
      try (PreparedStatement rows =
          connection.prepareStatement("SELECT n FROM generate_series(1, ?) n")) {
        rows.setInt(1, 5);
        rows.setFetchSize(2);
        rows.executeQuery().close();
      }
      connection.commit();
    }
  }

  @Test
  void names_of_statements_and_portals_are_not_compared(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("named.trace");
    try (PgRelay relay = PgRelay.start(PgRelayOptions.to(url()).withRecording(file))) {
      named(relay.port());
    }
    String recorded = Files.readString(file);
    assertThat(recorded).contains("\"S_1\"", "\"C_2\"");
    String other = recorded.replace("\"S_1\"", "\"one\"").replace("\"C_2\"", "\"two\"");
    for (String before : List.of(other, other.replace("\"two\" 2", "\"\" 2"))) {
      DiffTap tap =
          new DiffTap(
              Recording.read(before),
              new ReplayOptions(ServerUrl.of(url()), 0, List.of()),
              difference -> {});
      try (PgRelay relay = PgRelay.start(PgRelayOptions.to(url()), tap)) {
        named(relay.port());
      }
      assertThat(tap.differences()).hasSize(before.equals(other) ? 0 : 1);
    }
  }

  @Test
  void a_server_that_is_not_there_is_named() {
    assertThatThrownBy(() -> PgReplay.run(Recording.read(text), "postgres://127.0.0.1:1"))
        .isInstanceOf(RelayException.class)
        .hasMessageContaining("could not connect to");
  }
}
