package io.pgdouble.postmaster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A frontend that goes without a word leaves the same lines in PostgreSQL's log as in ours. */
class LostFrontendsAgreeWithTheReferenceTest {
  private static final long PATIENCE_MILLIS = 30_000;

  /** Between two looks: who is waited for needs the processor, too. */
  private static final long NAP_NANOS = 1_000_000;

  private static LoggingServers servers;

  @BeforeAll
  static void startServers() {
    servers =
        LoggingServers.start(Map.of("log_line_prefix", "%b|%e|%i|%l|", "log_disconnections", "on"));
    await(servers::referenceLines);
    await(servers.ours().log()::lines);
  }

  /** What a start tells may come later than its first session. */
  private static void await(Supplier<List<String>> log) {
    long limit = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (log.get().stream().noneMatch(line -> line.contains("is ready to accept connections"))
        && System.currentTimeMillis() < limit) {
      LockSupport.parkNanos(NAP_NANOS);
    }
  }

  @AfterAll
  static void stopServers() {
    servers.close();
  }

  /** How it goes. */
  private enum End {
    /** It closes its socket. */
    CLOSES(RawFrontend::close),
    /** It resets the connection. */
    RESETS(RawFrontend::reset);

    private final Consumer<RawFrontend> how;

    End(Consumer<RawFrontend> how) {
      this.how = how;
    }
  }

  /**
   * What it has said before.
   *
   * @param queries each answered
   * @param last bytes that are not answered before it goes
   */
  private record Talk(List<String> queries, String last) {}

  private static final List<Talk> TALKS =
      List.of(
          new Talk(List.of(), ""),
          new Talk(List.of("begin"), ""),
          new Talk(List.of("begin", "select 1/0"), ""),
          new Talk(List.of(), "Q"),
          new Talk(List.of(), "Q\0\0"),
          new Talk(List.of(), "Q\0\0\0\u0010sel"),
          new Talk(List.of("begin"), "Q"),
          new Talk(List.of("begin"), "Q\0\0\0\u0010sel"),
          new Talk(List.of("begin", "select 1/0"), "Q\0\0\0\u0010sel"),
          new Talk(List.of(), query("select pg_sleep(1)")),
          new Talk(List.of("begin"), query("select pg_sleep(1)")),
          new Talk(List.of(), query("select pg_sleep(1)") + query("select 1/0")),
          new Talk(List.of(), query("select 1/0 from pg_sleep(1)")),
          new Talk(List.of(), query("select repeat('x', 10000000), pg_sleep(1)")),
          new Talk(List.of(), query("select repeat('x', 20), generate_series(1, 1000000)")),
          new Talk(List.of(), "P\0\0\0\u0010\0select 1\0\0\0"),
          new Talk(List.of(), "P\0\0\0\u0010\0select 1\0\0\0B\0"),
          new Talk(
              List.of(),
              query("select pg_sleep(1); select repeat('x', 20), generate_series(1, 1000000)")));

  private static String query(String text) {
    return "Q\0\0\0" + (char) (text.length() + 5) + text + "\0";
  }

  static List<Object[]> ends() {
    List<Object[]> all = new ArrayList<>();
    for (Talk talk : TALKS) {
      for (End end : End.values()) {
        all.add(new Object[] {talk, end});
      }
    }
    return all;
  }

  private static List<String> logged(int port, Talk talk, End end, Supplier<List<String>> log) {
    int before = log.get().size();
    try (RawFrontend frontend = RawFrontend.inSession(port)) {
      for (String query : talk.queries) {
        frontend.query(query);
        frontend.untilReady();
      }
      frontend.write(talk.last.getBytes(StandardCharsets.ISO_8859_1));
      pause();
      end.how.accept(frontend);
    }
    long limit = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (!isOver(log.get(), before) && System.currentTimeMillis() < limit) {
      LockSupport.parkNanos(NAP_NANOS);
    }
    return log.get().stream()
        .skip(before)
        .map(line -> line.replaceAll("session time: .*", "session time: TIME"))
        .toList();
  }

  /** What it said is read before it goes, and what takes a while is not over. */
  private static void pause() {
    try {
      Thread.sleep(250);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isOver(List<String> log, int before) {
    return log.stream().skip(before).anyMatch(line -> line.contains("disconnection: "));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void whoever_goes_without_a_word_is_told_of(Talk talk, End end) {
    List<String> expected = logged(servers.reference().port(), talk, end, servers::referenceLines);
    assertThat(logged(servers.ours().port(), talk, end, servers.ours().log()::lines))
        .isEqualTo(expected);
    assertThat(expected).isNotEmpty();
  }
}
