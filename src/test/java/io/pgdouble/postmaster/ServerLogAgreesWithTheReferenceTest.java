package io.pgdouble.postmaster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.message.Bind;
import io.pgdouble.message.Execute;
import io.pgdouble.message.FrontendMessage;
import io.pgdouble.message.Parse;
import io.pgdouble.message.Query;
import io.pgdouble.message.Sync;
import io.pgdouble.message.Terminate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The same conversation leaves the same lines in PostgreSQL's log and in the double's. */
class ServerLogAgreesWithTheReferenceTest {
  private static final String PREFIX =
      "%m [%p] <%u|%d|%a|%r|%h|%b|%l|%e|%i|%P|%v|%x|%Q|%-8e|%8u|%-3d|%c|%t|%s|%n|%%|%z%q> ";

  private static final Map<String, String> SETTINGS =
      Map.of(
          "log_line_prefix", PREFIX,
          "log_timezone", "Asia/Kolkata",
          "log_connections", "on",
          "log_disconnections", "on");

  private static final long PATIENCE_MILLIS = 30_000;

  /** Between two looks: who is waited for needs the processor, too. */
  private static final long NAP_NANOS = 1_000_000;

  private static final List<String> CONVERSATIONS =
      List.of(
          "select 1",
          "select\n nosuch",
          "select 1/0",
          "begin; select 1/0; commit",
          "begin; begin; commit; commit",
          "set log_error_verbosity = terse; select nosuch()",
          "set log_error_verbosity = terse; select 'a'::int",
          "set log_min_error_statement = fatal; select 1/0",
          "set log_min_error_statement = warning; commit",
          "set log_min_messages = fatal; select 1/0",
          "set log_min_messages = log; select 1/0",
          "set log_min_messages = notice; set client_min_messages = error; commit",
          "set log_statement = 'all'; select 1; begin; select 1/0; select 1; rollback; ",
          "set log_statement = 'all'~select 1;  select 2 ~select nosuch~~;~show nosuch",
          "set log_statement = 'all'~prepare p as select $1::int~execute p(1)~execute q",
          "set log_statement = 'all'~@@@select $1::text, $2::int@it's@7",
          "set log_statement = 'all'~@s@p@select $1::text, $2::int@it's@NULL",
          "set log_statement = 'all'~@@@select g from generate_series(1, 3) g",
          "set log_statement = 'all'~set log_parameter_max_length = 3~@@@select $1::text@abcdef"
              + "~@@@select $1::text@abc~@@@select $1::text@aéé",
          "set log_statement = 'all'~set log_parameter_max_length = 0~@@@select $1::text@abc",
          "set log_statement = 'all'~@@@~@@@selct~@@@select nosuch~@@@select $1::int@x",
          "set log_parameter_max_length_on_error = -1~@@@select 1/$1::int@0"
              + "~@@@select $1::int, $2::int@7@x~@@p@select 1/(random()*0+$1)::int, $2@0@it's",
          "set log_parameter_max_length_on_error = 2~@@@select 1/$1::int@0~@@@select $1::int@xyz"
              + "~@@@select pg_cancel_backend($1), $2::text@1@aéé~select 1/0",
          "set log_statement = 'ddl'~alter system reset work_mem~select 1~prepare p as select 1",
          "set log_statement = 'mod'~alter system reset work_mem~select 1~@@@select 1",
          "set log_duration = on~select 1~select 1/0~@s@p@select $1::int@5~",
          "set log_min_duration_statement = 0~select 1; select 2~@s@p@select $1::int@5~@@@select 1",
          "set log_min_duration_statement = 0~prepare p as select $1::int~execute p(1)",
          "set log_min_duration_statement = 0~set log_statement = 'all'~select 1~@s@p@select 1",
          "set log_min_duration_statement = 100000~select 1",
          "set log_min_duration_sample = 0~select 1~set log_statement_sample_rate = 0~select 1",
          "create temp table t (a int)~begin~insert into t values (1)~savepoint s~select nosuch"
              + "~select 1~rollback to s~insert into t values (2)~select 1/0~rollback"
              + "~begin~insert into t values (1)~select 1/0~select 1~rollback~select 1/0"
              + "~insert into t values (1) returning 1/0",
          "set log_statement = 'all'~select 1; select 2; commit; select 3~select nosuch"
              + "~begin; commit; begin; select 1/0~commit and chain~rollback and chain~select 1/0"
              + "~@@@select 1/0~~;~selct",
          "listen a~select 1/0~notify a~select 1/0~begin~notify a~notify b~commit~select 1/0",
          "do $$begin commit; rollback; raise warning 'x'; end$$"
              + "~do $$begin raise warning 'x'; begin raise exception 'y'; exception when others"
              + " then raise warning 'z'; end; end$$",
          "set application_name = 'other'~select 1/0~reset application_name~select 1/0");

  private static LoggingServers servers;

  @BeforeAll
  static void startServers() {
    servers = LoggingServers.start(SETTINGS);
  }

  @AfterAll
  static void stopServers() {
    servers.close();
  }

  /** What a conversation adds to a log, without what differs from run to run. */
  private static List<String> logged(int port, List<String> script, Supplier<List<String>> log) {
    int before = log.get().size();
    try (RawFrontend frontend = new RawFrontend(port)) {
      frontend.start("user", "postgres", "application_name", "log test");
      frontend.untilReady();
      script.forEach(line -> say(frontend, line));
      frontend.send(new Terminate());
      frontend.untilEnd();
    }
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (!isOver(log.get(), before) && System.currentTimeMillis() < end) {
      LockSupport.parkNanos(NAP_NANOS);
    }
    List<String> all = log.get();
    Numbers numbers = new Numbers();
    return all.subList(before, all.size()).stream()
        .map(ServerLogAgreesWithTheReferenceTest::masked)
        .map(numbers::fromOne)
        .toList();
  }

  /** Transactions' numbers of one conversation, whatever came before it on the server. */
  private static final class Numbers {
    private static final Pattern BOTH = Pattern.compile("\\|(\\d+/)(\\d+)\\|(\\d+)\\|");

    private long firstLocal;
    private long firstXid;

    String fromOne(String line) {
      Matcher both = BOTH.matcher(line);
      if (!both.find()) {
        return line;
      }
      long local = Long.parseLong(both.group(2));
      long xid = Long.parseLong(both.group(3));
      firstLocal = firstLocal == 0 ? local : firstLocal;
      firstXid = firstXid == 0 ? xid : firstXid;
      return both.replaceFirst(
          "|"
              + both.group(1)
              + (local == 0 ? 0 : local - firstLocal + 1)
              + "|"
              + (xid == 0 ? 0 : xid - firstXid + 1)
              + "|");
    }
  }

  private static boolean isOver(List<String> log, int before) {
    return log.size() > before && log.get(log.size() - 1).contains("disconnection: ");
  }

  private static String masked(String line) {
    return line.replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d{3})? IST", "TIME$1")
        .replaceAll("TIME\\.\\d{3}", "TIME.MS")
        .replaceAll("\\|\\d{10}\\.\\d{3}\\|", "|EPOCH|")
        .replaceAll("\\|[0-9a-f]{8}\\.[0-9a-f]+\\|", "|SESSION|")
        .replaceAll("\\[\\d+\\] <", "[PID] <")
        .replaceAll("127\\.0\\.0\\.1\\(\\d+\\)", "127.0.0.1(PORT)")
        .replaceAll("port=\\d+", "port=PORT")
        .replaceAll("session time: [0-9:.]+", "session time: TIME")
        .replaceAll("duration: \\d+\\.\\d{3} ms", "duration: TIME ms");
  }

  /** A query; or, after an @, a statement's name, a portal's, the query and its parameters. */
  private static void say(RawFrontend frontend, String line) {
    if (!line.startsWith("@")) {
      frontend.send(new Query(line));
    } else {
      String[] words = line.substring(1).split("@", -1);
      frontend.send(extended(words));
    }
    frontend.untilReady();
  }

  private static FrontendMessage[] extended(String[] words) {
    byte[][] values = new byte[words.length - 3][];
    for (int i = 0; i < values.length; i++) {
      values[i] = words[i + 3].equals("NULL") ? null : words[i + 3].getBytes(UTF_8);
    }
    return new FrontendMessage[] {
      new Parse(words[0], words[2], new int[0]),
      new Bind(words[1], words[0], new short[0], values, new short[0]),
      new Execute(words[1], 1),
      new Execute(words[1], 0),
      new Sync()
    };
  }

  @ParameterizedTest
  @FieldSource("CONVERSATIONS")
  void a_conversation_leaves_the_same_lines(String script) {
    List<String> lines = List.of(script.split("~", -1));
    List<String> expected = logged(servers.reference().port(), lines, servers::referenceLines);
    assertThat(logged(servers.ours().port(), lines, servers.ours().log()::lines))
        .isEqualTo(expected);
    assertThat(expected).hasSizeGreaterThan(2);
  }
}
