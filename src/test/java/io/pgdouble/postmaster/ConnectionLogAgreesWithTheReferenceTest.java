package io.pgdouble.postmaster;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.message.FrontendMessage;
import io.pgdouble.message.FunctionCall;
import io.pgdouble.message.Query;
import io.pgdouble.message.Terminate;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever connects, or tries to, leaves the same lines in PostgreSQL's log and in the double's. */
class ConnectionLogAgreesWithTheReferenceTest {
  private static final int RANDOM = 1598;
  private static final int CANCEL_REQUEST = 80877102;
  private static final long PATIENCE_MILLIS = 5_000;

  private static final Map<String, String> SETTINGS =
      Map.of(
          "log_line_prefix", "%b|%e|%l|%u|%d|%i|",
          "log_connections", "on",
          "log_disconnections", "on");

  private static LoggingServers servers;

  @BeforeAll
  static void startServers() {
    servers = LoggingServers.start(SETTINGS);
  }

  @AfterAll
  static void stopServers() {
    servers.close();
  }

  /** What somebody does with a connection. */
  private interface Conduct {
    void with(RawFrontend frontend);
  }

  private static List<String> logged(int port, Conduct conduct, Supplier<List<String>> log) {
    int before = log.get().size();
    try (RawFrontend frontend = new RawFrontend(port)) {
      conduct.with(frontend);
    }
    try (RawFrontend last = new RawFrontend(port)) {
      last.start("user", "postgres", "application_name", "the last");
      last.untilReady();
      last.send(new Terminate());
      last.untilEnd();
    }
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (!isOver(log.get(), before) && System.currentTimeMillis() < end) {
      Thread.onSpinWait();
    }
    return log.get().stream()
        .skip(before)
        .map(ConnectionLogAgreesWithTheReferenceTest::masked)
        .takeWhile(line -> !line.contains("application_name=the last"))
        .toList();
  }

  /** Whether the last one is gone: who came before it is. */
  private static boolean isOver(List<String> log, int before) {
    return log.stream()
        .skip(before)
        .dropWhile(line -> !line.contains("application_name=the last"))
        .anyMatch(line -> line.contains("disconnection: "));
  }

  private static String masked(String line) {
    return line.replaceAll("port=\\d+", "port=PORT")
        .replaceAll("session time: [0-9:.]+", "session time: TIME")
        .replaceAll("process \\d+", "process PID")
        .replaceAll("duration: \\d+\\.\\d{3} ms", "duration: TIME ms");
  }

  private static void agree(Conduct conduct) {
    List<String> expected = logged(servers.reference().port(), conduct, servers::referenceLines);
    assertThat(logged(servers.ours().port(), conduct, servers.ours().log()::lines))
        .isEqualTo(expected);
    assertThat(expected).hasSizeGreaterThan(1);
  }

  private static byte[] integers(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES);
    for (int value : values) {
      bytes.putInt(value);
    }
    return bytes.array();
  }

  @Test
  void a_packet_that_is_none() {
    for (int[] packet :
        new int[][] {
          {0x7F000010}, {3}, {8, 9 << 16}, {8, 2 << 16}, {8, 3 << 16}, {12, 3 << 16, 0x61626364}
        }) {
      agree(
          frontend -> {
            frontend.write(integers(packet));
            frontend.untilEnd();
          });
    }
  }

  @Test
  void a_cancel_request_that_reaches_nobody() {
    agree(
        frontend -> {
          frontend.write(integers(16, CANCEL_REQUEST, 1, 1));
          frontend.untilEnd();
        });
  }

  @Test
  void a_cancel_request_with_a_wrong_key() {
    agree(
        frontend -> {
          frontend.start("user", "postgres");
          int pid = RawFrontend.key(frontend.untilReady()).processId();
          int port = frontend.remotePort();
          try (RawFrontend canceler = new RawFrontend(port)) {
            canceler.write(integers(16, CANCEL_REQUEST, pid, 1));
            canceler.untilEnd();
          }
          frontend.send(new Terminate());
          frontend.untilEnd();
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "user,nosuch",
        "user,postgres,database,nosuch",
        "user,postgres,nosuch,1",
        "user,postgres,work_mem,x",
        "user,postgres,max_connections,4",
        "user,postgres,options,-z"
      })
  void a_session_that_does_not_begin(String packet) {
    agree(
        frontend -> {
          frontend.start(packet.isEmpty() ? new String[0] : packet.split(","));
          frontend.untilEnd();
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b\u0001\u00fc", "", "x\ty"})
  void an_application_that_says_its_name(String name) {
    agree(
        frontend -> {
          frontend.start("user", "postgres", "application_name", name);
          frontend.untilReady();
          frontend.send(new Terminate());
          frontend.untilEnd();
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select pg_terminate_backend(pg_backend_pid())",
        "set idle_session_timeout = 20",
        "set idle_in_transaction_session_timeout = 20; begin"
      })
  void a_session_that_is_ended(String sql) {
    agree(
        frontend -> {
          frontend.start("user", "postgres");
          frontend.untilReady();
          frontend.send(new Query(sql));
          frontend.untilEnd();
        });
  }

  private static FrontendMessage call(int oid) {
    return new FunctionCall(oid, new short[0], new byte[0][], (short) 0);
  }

  @Test
  void functions_that_are_called_by_the_protocol() {
    agree(
        frontend -> {
          frontend.start("user", "postgres");
          frontend.untilReady();
          for (FrontendMessage message :
              List.of(
                  call(RANDOM),
                  new Query("set log_statement = 'all'"),
                  call(RANDOM),
                  call(1),
                  call(1299),
                  call(1317),
                  new Query("set log_duration = on"),
                  call(RANDOM),
                  new Query("set log_statement = 'none'; set log_min_duration_statement = 0"),
                  call(RANDOM))) {
            frontend.send(message);
            frontend.untilReady();
          }
          frontend.send(new Terminate());
          frontend.untilEnd();
        });
  }
}
