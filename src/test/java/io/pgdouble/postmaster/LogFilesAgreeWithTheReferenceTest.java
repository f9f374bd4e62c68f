package io.pgdouble.postmaster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.PgDouble;
import io.pgdouble.backend.ProcessSignal;
import io.pgdouble.reference.Reference;
import io.pgdouble.reference.SharedReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The files of the log, in all three forms, and what happens to them: PostgreSQL's next to the
 * double's.
 */
class LogFilesAgreeWithTheReferenceTest {
  private static final long PATIENCE_MILLIS = 5_000;

  @TempDir private static Path data;

  private static Reference reference;
  private static PgDouble ours;

  /** One of the two servers. */
  private record Side(int port, Path data) {
    Connection connect() throws SQLException {
      String url = "jdbc:postgresql://127.0.0.1:%d/postgres?preferQueryMode=simple&user=postgres";
      return DriverManager.getConnection(url.formatted(port));
    }

    /** What a statement answers: a value, or an error. */
    String ask(String sql) {
      try (Connection connection = connect();
          Statement statement = connection.createStatement()) {
        boolean rows = statement.execute(sql);
        String warning = statement.getWarnings() == null ? "" : statement.getWarnings().toString();
        return (rows ? first(statement) : "") + warning;
      } catch (SQLException e) {
        return e.getMessage();
      }
    }

    private static String first(Statement statement) throws SQLException {
      try (ResultSet rows = statement.getResultSet()) {
        rows.next();
        return String.valueOf(rows.getString(1));
      }
    }

    String current() {
      return read("current_logfiles");
    }

    String read(String file) {
      try {
        return Files.readString(data.resolve(file), UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    List<String> files(String prefix) {
      try (Stream<Path> all = Files.list(data.resolve("log"))) {
        return all.map(file -> file.getFileName().toString())
            .filter(name -> name.startsWith(prefix))
            .sorted()
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @BeforeAll
  static void startServers() throws IOException {
    Map<String, String> settings = Map.of("logging_collector", "on");
    reference = SharedReference.get().starter().orElseThrow().start(settings, List.of());
    try (ServerSocket free = new ServerSocket(0)) {
      settings =
          Map.of(
              "logging_collector", "on",
              "listen_addresses", "127.0.0.1",
              "unix_socket_directories", "",
              "port", Integer.toString(free.getLocalPort()));
    }
    DoubleOnDisk.initialize(data, settings);
    ours = DoubleOnDisk.start(data);
  }

  @AfterAll
  static void stopServers() {
    ours.close();
    reference.close();
  }

  private static Side ours() {
    return new Side(ours.port(), data);
  }

  private static Side theirs() {
    return new Side(reference.port(), reference.dataDirectory().orElseThrow());
  }

  private static void waitFor(BooleanSupplier condition) {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (!condition.getAsBoolean() && System.currentTimeMillis() < end) {
      Thread.onSpinWait();
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  /** The same settings for both, none of them from before. */
  private static void set(String... namesAndValues) {
    for (Side side : List.of(theirs(), ours())) {
      side.ask("alter system reset all");
      for (int i = 0; i < namesAndValues.length; i += 2) {
        String value = namesAndValues[i + 1];
        assertThat(side.ask("alter system set " + namesAndValues[i] + " = " + value)).isEmpty();
      }
      assertThat(side.ask("select pg_reload_conf()")).isEqualTo("t");
    }
  }

  private static void agree(Function<Side, Object> what) {
    assertThat(what.apply(ours())).isEqualTo(what.apply(theirs()));
  }

  /** As soon as they can: a collector is told of other settings last. */
  private static void soonAgree(Function<Side, Object> what, Object expected) {
    waitFor(() -> what.apply(theirs()).equals(expected));
    waitFor(() -> what.apply(ours()).equals(expected));
  }

  private static String masked(String text) {
    return text.substring(text.lastIndexOf('\n', text.lastIndexOf("connection received")) + 1)
        .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d{3})? N[SD]T", "TIME$1")
        .replaceAll("TIME\\.\\d{3}", "TIME.MS")
        .replaceAll("\\[\\d+\\]", "[PID]")
        .replaceAll("(port\"?[=:])\\d+", "$1PORT")
        .replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:PORT")
        .replaceAll("session time: [0-9:.]+", "session time: TIME")
        .replaceAll(",\\d+,(\"127)", ",PID,$1")
        .replaceAll("\"pid\":\\d+", "\"pid\":PID")
        .replaceAll("[0-9a-f]{8}\\.[0-9a-f]+", "SESSION")
        .replaceAll("duration: \\d+\\.\\d{3} ms", "duration: TIME ms")
        .replaceAll("TIME,(\\d+)/[1-9]\\d*,", "TIME,$1/N,")
        .replaceAll("\"vxid\":\"(\\d+)/[1-9]\\d*\",", "\"vxid\":\"$1/N\",")
        .replaceAll("\\w+, \\w+\\.(c|java):\\d+", "LOCATION")
        .replaceAll(
            "\"func_name\":\"\\w+\",\"file_name\":\"[\\w.]+\",\"file_line_num\":\\d+", "LOCATION");
  }

  private static void converse(Side side) {
    try (Connection connection = side.connect();
        Statement statement = connection.createStatement()) {
      for (String sql :
          List.of(
              "select\n nosuch",
              "select 'a\"b,c\t\u0001é'::int",
              "set log_error_verbosity = verbose",
              "select 1/0 as \"q\"",
              "commit",
              "set log_error_verbosity = terse",
              "select nosuch(1)",
              "set application_name = ''",
              "set log_statement = 'all'",
              "prepare p as select $1::int",
              "execute p(1)",
              "set log_duration = on",
              "begin; select 1/0",
              "select 1")) {
        tell(statement, sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void tell(Statement statement, String sql) {
    try {
      statement.execute(sql);
    } catch (SQLException e) {
      assertThat(e.getSQLState()).isNotNull();
    }
  }

  @Test
  void a_report_is_written_in_each_form() {
    set(
        "log_destination", "'stderr, csvlog,jsonlog'",
        "log_filename", "'forms.log'",
        "log_timezone", "'America/St_Johns'",
        "log_connections", "on",
        "log_disconnections", "on");
    soonAgree(
        Side::current, "stderr log/forms.log\ncsvlog log/forms.csv\njsonlog log/forms.json\n");
    for (Side side : List.of(theirs(), ours())) {
      converse(side);
      for (String file : List.of("log/forms.log", "log/forms.csv", "log/forms.json")) {
        waitFor(() -> masked(side.read(file)).contains("disconnection"));
      }
    }
    agree(side -> masked(side.read("log/forms.log")));
    agree(side -> masked(side.read("log/forms.csv")));
    agree(side -> masked(side.read("log/forms.json")));
  }

  @Test
  void files_come_and_go_with_the_settings() {
    set("log_destination", "csvlog", "log_filename", "'one.lo'");
    soonAgree(Side::current, "csvlog log/one.lo.csv\n");
    agree(side -> side.files("one"));
    set("log_destination", "'jsonlog,stderr'", "log_filename", "'one.lo'");
    soonAgree(Side::current, "stderr log/one.lo\njsonlog log/one.lo.json\n");
    agree(side -> side.files("one"));
    set("log_filename", "'two.log'", "log_destination", "'jsonlog'");
    soonAgree(Side::current, "jsonlog log/two.json\n");
    agree(side -> side.files("two"));
  }

  @Test
  void a_session_can_ask_where_the_log_is() {
    set("log_destination", "'stderr,csvlog'", "log_filename", "'asked.log'");
    soonAgree(Side::current, "stderr log/asked.log\ncsvlog log/asked.csv\n");
    agree(side -> side.ask("select pg_current_logfile()"));
    agree(side -> side.ask("select pg_current_logfile(null)"));
    agree(side -> side.ask("select pg_current_logfile('stderr')"));
    agree(side -> side.ask("select pg_current_logfile('csvlog')"));
    agree(side -> side.ask("select pg_current_logfile('jsonlog')"));
    agree(side -> side.ask("select pg_current_logfile('CSVLOG')"));
  }

  @Test
  void a_session_can_ask_for_other_files() {
    set("log_filename", "'asked-%H%M%S.log'");
    soonAgree(side -> side.files("asked-").size(), 1);
    for (Side side : List.of(theirs(), ours())) {
      waitFor(
          () -> {
            assertThat(side.ask("select pg_rotate_logfile()")).isEqualTo("t");
            return side.files("asked-").size() > 1;
          });
    }
  }

  /** {@code pg_ctl logrotate} does no more. */
  @Test
  void a_file_and_a_signal_ask_for_other_files() {
    set("log_filename", "'signal-%H%M%S.log'");
    soonAgree(side -> side.files("signal-").size(), 1);
    waitFor(() -> isAnswered(theirs(), LogFilesAgreeWithTheReferenceTest::signalTheirs));
    waitFor(() -> isAnswered(ours(), () -> ours.postmaster().signal(ProcessSignal.USR1)));
  }

  private static boolean isAnswered(Side side, Runnable signal) {
    try {
      Path request = side.data().resolve("logrotate");
      Files.writeString(request, "");
      signal.run();
      waitFor(() -> !Files.exists(request));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return side.files("signal-").size() > 1;
  }

  private static void signalTheirs() {
    try {
      String pid = Long.toString(reference.postmasterPid().orElseThrow());
      new ProcessBuilder("kill", "-USR1", pid).start().waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_full_file_is_followed_by_another() {
    set("log_filename", "'full-%H%M%S.log'", "log_rotation_size", "'1kB'");
    soonAgree(side -> side.files("full-").size(), 1);
    for (Side side : List.of(theirs(), ours())) {
      waitFor(
          () -> {
            side.ask("select 1/0 /* " + "long ".repeat(300) + "*/");
            return side.files("full-").size() > 1;
          });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%A %a %B %b %C.log",
        "%d-%e-%F-%g-%G-%H-%h-%I-%j-%k-%l",
        "%M%m%n%p",
        "%t%u%U%V%v%w%W%Y%y%Z%z%%.log",
        "%E%O%P%q%'a'.log",
        "%Ey%Od%s%",
        "a.log.log",
        "log",
        "%E"
      })
  void a_file_is_named_by_strftime(String pattern) {
    String quoted = "'" + pattern.replace("'", "''") + "'";
    set("log_timezone", "'America/St_Johns'", "log_filename", quoted);
    String[] expected = {""};
    waitFor(
        () -> {
          expected[0] = theirs().current();
          return expected[0].equals(ours().current());
        });
    assertThat(expected[0]).startsWith("stderr log/");
  }
}
