package io.pgdouble.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgdouble.PgDouble;
import io.pgdouble.PgDoubleOptions;
import io.pgdouble.trace.Recording;
import io.pgdouble.trace.TraceSyntaxException;
import io.pgdouble.validation.Hearing;
import io.pgdouble.validation.Judgement;
import io.pgdouble.validation.Severity;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What pgjdbc logs of a conversation with the double, as a program would have it in a file. */
class PgjdbcLogTest {
  private static final Logger DRIVER = Logger.getLogger("org.postgresql");

  private static String log;

  /** Keeps all in the usual two lines. */
  private static final class Kept extends Handler {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void publish(LogRecord record) {
      text.append(new SimpleFormatter().format(record));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @BeforeAll
  static void converse() throws SQLException {
    Kept kept = new Kept();
    Level before = DRIVER.getLevel();
    boolean passedOn = DRIVER.getUseParentHandlers();
    DRIVER.setLevel(Level.FINEST);
    DRIVER.setUseParentHandlers(false);
    DRIVER.addHandler(kept);
    try (PgDouble server = PgDouble.start(PgDoubleOptions.defaults())) {
      for (int i = 0; i < 2; i++) {
        converse(server);
      }
    } finally {
      DRIVER.removeHandler(kept);
      DRIVER.setLevel(before);
      DRIVER.setUseParentHandlers(passedOn);
    }
    log = kept.text.toString();
  }

  private static void converse(PgDouble server) throws SQLException {
    try (Connection connection = DriverManager.getConnection(server.jdbcUrl())) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement =
          connection.prepareStatement("SELECT n, ?::text\nFROM generate_series(1, 5) n")) {
        statement.setFetchSize(2);
        statement.setString(1, "a'),$9=<\n\"b");
        ResultSet rows = statement.executeQuery();
        while (rows.next()) {
          assertThat(rows.getString(2)).startsWith("a'");
        }
      }
      connection.commit();
      try (Statement statement = connection.createStatement()) {
        statement.execute("SELECT 1;\nSELECT 2");
        assertThatThrownBy(() -> statement.execute("SELECT nosuch"))
            .isInstanceOf(SQLException.class);
      }
      connection.rollback();
    }
  }

  private static Recording read(String text) {
    return Captures.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_log_is_judged_without_alarm() {
    Recording recording = read(log);
    assertThat(recording.connections()).containsExactly("A", "B");
    Judgement judgement = Hearing.of(recording);
    assertThat(judgement.rulings()).isEmpty();
    assertThat(judgement.messages()).isGreaterThan(100);
  }

  @Test
  void the_same_holds_where_each_entry_is_a_line_with_its_time() {
    String lines =
        log.replaceAll("(?m)^\\w{3} \\d+, .*\n(FINEST|FINE|FINER): ", "12:00:00 DEBUG -");
    assertThat(lines).doesNotContain("FINEST");
    assertThat(Hearing.of(read(lines)).rulings()).isEmpty();
  }

  @Test
  void an_answer_that_is_missing_is_told_of() {
    for (String answer :
        new String[] {"BindComplete", "CommandStatus", "ParseComplete", "DataRow"}) {
      String less = log.replaceFirst("FINEST:  <=BE " + answer + ".*\n", "");
      assertThat(less).as(answer).isNotEqualTo(log);
      assertThat(Hearing.of(read(less)).of(Severity.VIOLATION)).as(answer).isNotEmpty();
    }
  }

  @Test
  void two_connections_at_once_cannot_be_told_apart() {
    String both = log.replaceFirst("FE=> Terminate", "FE=> close socket");
    assertThatThrownBy(() -> read(both))
        .isInstanceOf(TraceSyntaxException.class)
        .hasMessageContaining("two connections at once");
  }

  @Test
  void a_log_is_no_recording_for_it_does_not_tell_all() {
    Recording recording = read(log);
    assertThatThrownBy(recording::withoutSecrets).hasMessageContaining("found a log");
  }
}
