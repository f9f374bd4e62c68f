package io.pgdouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgdouble.message.BytesWriter;
import io.pgdouble.message.Query;
import io.pgdouble.message.StartupMessage;
import io.pgdouble.message.Terminate;
import io.pgdouble.replay.Deviation;
import io.pgdouble.replay.RecordedServer;
import io.pgdouble.replay.RecordedServer.Mode;
import io.pgdouble.trace.Recording;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/** A recording answers a driver as the server did with which it was made. */
@Timeout(60)
class RecordedServerTest {
  private static Recording recording;
  private static List<String> seen;

  @BeforeAll
  static void record(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("program.trace");
    try (PgDouble server = PgDouble.start(PgDoubleOptions.defaults());
        PgRelay relay =
            PgRelay.start(
                PgRelayOptions.to("postgres://127.0.0.1:" + server.port()).withRecording(file))) {
      seen = program(relay.port());
    }
    recording = Recording.read(Files.readString(file));
  }

  private static Connection connect(int port) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres");
  }

  /** Two sessions, an error, a prepared statement that gets a name, a process id, a cancel. */
  private static List<String> program(int port) throws Exception {
    List<String> told = new ArrayList<>();
    try (Connection one = connect(port);
        Connection two = connect(port)) {
      one.setAutoCommit(false);
      try (PreparedStatement statement = one.prepareStatement("SELECT ? + 1")) {
        for (int i = 0; i < 7; i++) {
          statement.setInt(1, i);
          told.add(first(statement.executeQuery()));
        }
      }
      told.add(failure(one, "SELECT 1/0"));
      one.rollback();
      told.add(samePid(two));
      CompletableFuture<String> slow = CompletableFuture.supplyAsync(() -> failure(two, SLEEP));
      Thread.sleep(300);
      told.add("is it done? " + slow.isDone());
      two.unwrap(org.postgresql.PGConnection.class).cancelQuery();
      told.add(slow.get());
    }
    return told;
  }

  private static final String SLEEP = "SELECT pg_sleep(30)";

  private static String samePid(Connection connection) throws SQLException {
    int pid = connection.unwrap(org.postgresql.PGConnection.class).getBackendPID();
    try (Statement statement = connection.createStatement()) {
      String told = first(statement.executeQuery("SELECT pg_backend_pid()"));
      return "is it its own? " + told.equals(Integer.toString(pid));
    }
  }

  private static String first(ResultSet result) throws SQLException {
    try (result) {
      result.next();
      return result.getString(1);
    }
  }

  private static String failure(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return "none";
    } catch (SQLException e) {
      return e.getSQLState() + " " + e.getMessage();
    }
  }

  @Test
  void a_program_sees_the_same_again() throws Exception {
    assertThat(seen).contains("7", "is it its own? true", "is it done? false");
    assertThat(seen.get(seen.size() - 1)).startsWith("57014");
    RecordedServer recorded = RecordedServer.of(recording, Mode.STRICT);
    try (PgDouble server = PgDouble.start(PgDoubleOptions.defaults(), recorded)) {
      assertThat(program(server.port())).isEqualTo(seen);
    }
    assertThat(recorded.deviations()).isEmpty();
    assertThat(recorded.unplayed()).isEmpty();
  }

  @Test
  void loosely_it_may_be_played_any_number_of_times() throws Exception {
    RecordedServer recorded = RecordedServer.of(recording, Mode.LOOSE);
    try (PgDouble server = PgDouble.start(PgDoubleOptions.defaults(), recorded);
        Connection connection = connect(server.port());
        PreparedStatement statement = connection.prepareStatement("SELECT ? + 1")) {
      for (int i = 0; i < 3; i++) {
        assertThat(failure(connection, "SELECT 1/0")).startsWith("22012");
        statement.setInt(1, 3);
        assertThat(first(statement.executeQuery())).isEqualTo("4");
      }
    }
    assertThat(recorded.deviations()).isEmpty();
  }

  @Test
  void a_deviation_names_what_was_expected_what_is_nearest_and_the_difference() throws Exception {
    RecordedServer recorded = RecordedServer.of(recording, Mode.STRICT);
    try (PgDouble server = PgDouble.start(PgDoubleOptions.defaults(), recorded);
        Connection connection = connect(server.port())) {
      assertThatThrownBy(() -> connection.createStatement().execute("SELECT 1/7"))
          .hasFieldOrPropertyWithValue("SQLState", "0A000")
          .hasMessageContaining("does not simulate what its recording does not have")
          .hasMessageContaining("SELECT 1/7")
          .hasMessageContaining("SELECT 1/0")
          .hasMessageContaining("differs from");
    }
    assertThat(recorded.deviations()).hasSize(1);
    Deviation deviation = recorded.deviations().get(0);
    assertThat(deviation.expected()).isPresent();
  }

  @Test
  void loosely_a_session_outlives_what_was_not_recorded() throws Exception {
    RecordedServer recorded = RecordedServer.of(recording, Mode.LOOSE);
    try (PgDouble server = PgDouble.start(PgDoubleOptions.defaults(), recorded);
        Connection connection = connect(server.port())) {
      assertThat(failure(connection, "SELECT 1/7")).startsWith("0A000");
      assertThat(failure(connection, "SELECT 1/0")).startsWith("22012");
    }
  }

  private static final String IN_AND_OUT_OF_BLOCKS =
      """
      pgdouble-trace 1
      kind	recording

      A	open
      A	F	StartupMessage 3 0 "user" "postgres" "database" "postgres" \\x00
      A	B	Authentication 0
      A	B	ReadyForQuery I
      A	F	Query "SELECT 1"
      A	B	RowDescription 1 "n" 0 0 23 4 -1 0
      A	B	DataRow 1 1 '1'
      A	B	CommandComplete "SELECT 1"
      A	B	ReadyForQuery I
      A	F	Query "BEGIN"
      A	B	CommandComplete "BEGIN"
      A	B	ReadyForQuery T
      A	F	Query "SAVEPOINT a"
      A	B	CommandComplete "SAVEPOINT"
      A	B	ReadyForQuery T
      A	F	Query "SELECT 1/0"
      A	B	ErrorResponse S "ERROR" V "ERROR" C "22012" M "division by zero" \\x00
      A	B	ReadyForQuery E
      A	F	Query "ROLLBACK TO a"
      A	B	CommandComplete "ROLLBACK"
      A	B	ReadyForQuery T
      A	F	Query "COMMIT"
      A	B	CommandComplete "COMMIT"
      A	B	ReadyForQuery I
      A	F	Terminate
      A	close
      A	B	Closed
      """;

  /** The status of the ReadyForQuery that ends the answer to each; before it, the SQLSTATE. */
  private static String statuses(int port, String... queries) throws IOException {
    StringBuilder told = new StringBuilder();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      BytesWriter out = new BytesWriter();
      out.startup(StartupMessage.of(3, 0, "user", "postgres", "database", "postgres"));
      for (String query : queries) {
        out.frontend(new Query(query));
      }
      out.frontend(new Terminate());
      socket.getOutputStream().write(out.array(), 0, out.length());
      DataInputStream in = new DataInputStream(socket.getInputStream());
      for (int type = in.read(); type >= 0; type = in.read()) {
        byte[] body = in.readNBytes(in.readInt() - 4);
        String text = new String(body, StandardCharsets.ISO_8859_1);
        if (type == 'E') {
          told.append(text.replaceAll("(?s).*\\x00C(\\w{5}).*", "$1 "));
        }
        told.append(type == 'Z' ? text : type == 'C' && text.startsWith("R") ? "R" : "");
      }
    }
    return told.toString();
  }

  /** As PostgreSQL answers them, one after the other: it was asked. */
  @Test
  void loosely_the_status_follows_from_the_commands_and_not_from_the_recording() throws Exception {
    RecordedServer recorded = RecordedServer.of(Recording.read(IN_AND_OUT_OF_BLOCKS), Mode.LOOSE);
    try (PgDouble server = PgDouble.start(PgDoubleOptions.defaults(), recorded)) {
      assertThat(statuses(server.port(), "SELECT 1/0", "SELECT 1")).isEqualTo("I22012 II");
      assertThat(statuses(server.port(), "BEGIN", "SELECT 1", "COMMIT", "SELECT 1"))
          .isEqualTo("ITTII");
      assertThat(statuses(server.port(), "BEGIN", "SELECT 1/0", "SELECT 1", "COMMIT", "SELECT 1"))
          .isEqualTo("IT22012 E25P02 ERII");
      assertThat(
              statuses(
                  server.port(),
                  "BEGIN",
                  "SAVEPOINT a",
                  "SELECT 1/0",
                  "ROLLBACK TO a",
                  "SELECT 1",
                  "COMMIT"))
          .isEqualTo("ITT22012 ERTTI");
      assertThat(recorded.deviations()).isEmpty();
      assertThat(statuses(server.port(), "BEGIN", "SELECT 4", "SELECT 1"))
          .isEqualTo("IT0A000 E25P02 E");
    }
  }

  @Test
  void what_somebody_else_brings_about_comes_when_he_does(@TempDir Path directory)
      throws Exception {
    Path file = directory.resolve("notified.trace");
    try (PgDouble server = PgDouble.start(PgDoubleOptions.defaults());
        PgRelay relay =
            PgRelay.start(
                PgRelayOptions.to("postgres://127.0.0.1:" + server.port()).withRecording(file))) {
      assertThat(notified(relay.port())).isEqualTo("0, then 1");
    }
    Recording notification = Recording.read(Files.readString(file));
    for (Mode mode : List.of(Mode.STRICT, Mode.LOOSE)) {
      RecordedServer recorded = RecordedServer.of(notification, mode);
      try (PgDouble server = PgDouble.start(PgDoubleOptions.defaults(), recorded)) {
        assertThat(notified(server.port())).isEqualTo("0, then 1");
      }
    }
  }

  private static String notified(int port) throws Exception {
    try (Connection listening = connect(port);
        Connection notifying = connect(port);
        Statement listen = listening.createStatement();
        Statement notify = notifying.createStatement()) {
      listen.execute("LISTEN c");
      PGConnection driver = listening.unwrap(PGConnection.class);
      int before = driver.getNotifications(100).length;
      notify.execute("NOTIFY c");
      return before + ", then " + driver.getNotifications(10_000).length;
    }
  }

  @Test
  void a_role_that_was_not_recorded_is_refused() {
    RecordedServer recorded = RecordedServer.of(recording, Mode.STRICT);
    try (PgDouble server = PgDouble.start(PgDoubleOptions.defaults(), recorded)) {
      String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres?user=nobody";
      assertThatThrownBy(() -> DriverManager.getConnection(url))
          .hasMessageContaining("another session of \"nobody\" in \"postgres\"");
    }
  }
}
