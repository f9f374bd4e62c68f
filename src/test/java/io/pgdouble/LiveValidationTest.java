package io.pgdouble;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.message.BytesWriter;
import io.pgdouble.message.CopyDone;
import io.pgdouble.message.Parse;
import io.pgdouble.message.Query;
import io.pgdouble.message.SSLRequest;
import io.pgdouble.message.StartupMessage;
import io.pgdouble.message.Sync;
import io.pgdouble.message.Terminate;
import io.pgdouble.trace.Direction;
import io.pgdouble.validation.Rule;
import io.pgdouble.validation.Severity;
import io.pgdouble.validation.VerdictBook;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Every connection of the double is judged while it is used. */
class LiveValidationTest {
  private static final int TIMEOUT_MILLIS = 10_000;

  /** Says all that, and reads to the end. */
  private static void talk(PgDouble server, BytesWriter said) throws IOException {
    talk(server.port(), said);
  }

  private static void talk(int port, BytesWriter said) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(said.array(), 0, said.length());
      InputStream in = socket.getInputStream();
      assertThat(in.readAllBytes()).isNotEmpty();
    }
  }

  private static BytesWriter startup() {
    BytesWriter out = new BytesWriter();
    out.startup(StartupMessage.of(3, 0, "user", "postgres", "database", "postgres"));
    return out;
  }

  @Test
  void a_driver_that_keeps_the_rules_is_told_of_nothing() throws SQLException {
    try (PgDouble server = PgDouble.start(PgDoubleOptions.defaults());
        Connection connection = DriverManager.getConnection(server.jdbcUrl())) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement =
          connection.prepareStatement("SELECT n FROM generate_series(1, ?) n")) {
        statement.setFetchSize(7);
        statement.setInt(1, 20);
        ResultSet rows = statement.executeQuery();
        int count = 0;
        while (rows.next()) {
          count++;
        }
        assertThat(count).isEqualTo(20);
      }
      connection.rollback();
      assertThat(server.verdicts().entries()).isEmpty();
    }
  }

  @Test
  void a_frontend_that_breaks_a_rule_is_found_out() throws IOException {
    try (PgDouble server = PgDouble.start(PgDoubleOptions.defaults())) {
      List<VerdictBook.Entry> followed = new CopyOnWriteArrayList<>();
      server.verdicts().follow(followed::add);
      BytesWriter said = startup();
      said.frontend(new CopyDone());
      said.frontend(new Parse("", "SELECT 1", new int[0]));
      said.frontend(new Query("SELECT 2"));
      said.frontend(new Terminate());
      said.frontend(new Query("SELECT 3"));
      talk(server, said);
      assertThat(server.verdicts().entries())
          .extracting(entry -> entry.verdict().rule())
          .containsExactly(Rule.COPY_OUTSIDE_COPY, Rule.QUERY_WITHIN_PIPELINE);
      assertThat(followed).isEqualTo(server.verdicts().entries());
      assertThat(server.verdicts().count(Severity.TOLERATED)).isEqualTo(2);
      assertThat(server.verdicts().violationsBy(Direction.BACKEND)).isEmpty();
    }
  }

  @Test
  void bytes_that_are_no_message_are_a_violation() throws IOException {
    try (PgDouble server = PgDouble.start(PgDoubleOptions.defaults())) {
      BytesWriter said = startup();
      said.frontend(new Sync());
      said.bytes(new byte[] {'y', 0, 0, 0, 4});
      talk(server, said);
      assertThat(server.verdicts().violationsBy(Direction.FRONTEND))
          .extracting(entry -> entry.verdict().rule())
          .containsExactly(Rule.KNOWN_TYPE);
      server.verdicts().clear();
      assertThat(server.verdicts().entries()).isEmpty();
      assertThat(server.verdicts().count(Severity.VIOLATION)).isZero();
    }
  }

  @Test
  void what_comes_before_a_session_is_judged_as_well() throws Exception {
    try (PgDouble server = PgDouble.start(PgDoubleOptions.defaults())) {
      assertThat(brokenBy(server, sslRequestThen(8, 1234 << 16 | 5679)))
          .isEqualTo(Rule.ENCRYPTION_ASKED_ONCE);
      assertThat(brokenBy(server, sslRequestThen(8, 2 << 16))).isEqualTo(Rule.STARTUP_FIRST);
      assertThat(brokenBy(server, sslRequestThen(3, 0))).isEqualTo(Rule.POSSIBLE_LENGTH);
      assertThat(brokenBy(server, sslRequestThen(9, 3 << 16))).isEqualTo(Rule.WHOLE_MESSAGES);
      assertThat(server.verdicts().violationsBy(Direction.BACKEND)).isEmpty();
    }
  }

  private static BytesWriter sslRequestThen(int length, int code) {
    BytesWriter out = new BytesWriter();
    out.startup(SSLRequest.INSTANCE);
    out.int32(length);
    out.int32(code);
    return out;
  }

  /** SSLRequest is answered before the rest is sent. */
  private static Rule brokenBy(PgDouble server, BytesWriter said) throws Exception {
    BlockingQueue<VerdictBook.Entry> followed = new LinkedBlockingQueue<>();
    server.verdicts().follow(followed::add);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(said.array(), 0, 8);
      assertThat(socket.getInputStream().read()).isEqualTo('N');
      socket.getOutputStream().write(said.array(), 8, said.length() - 8);
      socket.shutdownOutput();
      socket.getInputStream().readAllBytes();
    }
    return followed.poll(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS).verdict().rule();
  }

  @Test
  void who_does_not_want_it_switches_it_off() throws IOException {
    PgDoubleOptions off = PgDoubleOptions.defaults().withSetting("pgdouble.validation", "off");
    try (PgDouble server = PgDouble.start(off)) {
      BytesWriter said = startup();
      said.frontend(new CopyDone());
      said.frontend(new Terminate());
      talk(server, said);
      assertThat(server.verdicts().entries()).isEmpty();
    }
  }

  @Test
  void a_relay_judges_both_sides_of_what_crosses_it() throws Exception {
    try (PgDouble server = PgDouble.start(PgDoubleOptions.defaults())) {
      VerdictBook verdicts = new VerdictBook();
      PgRelayOptions options = PgRelayOptions.to("postgres://127.0.0.1:" + server.port());
      try (PgRelay relay = PgRelay.start(options, verdicts)) {
        try (Connection connection =
                DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + relay.port() + "/postgres?user=postgres");
            Statement statement = connection.createStatement()) {
          statement.execute("SELECT 1");
        }
        assertThat(verdicts.entries()).isEmpty();
        BytesWriter said = startup();
        said.frontend(new CopyDone());
        said.bytes(new byte[] {'y', 0, 0, 0, 4});
        talk(relay.port(), said);
      }
      assertThat(verdicts.entries())
          .extracting(entry -> entry.verdict().rule())
          .containsExactly(Rule.COPY_OUTSIDE_COPY, Rule.KNOWN_TYPE);
      assertThat(verdicts.entries().get(0).pid()).isPositive();
    }
  }
}
