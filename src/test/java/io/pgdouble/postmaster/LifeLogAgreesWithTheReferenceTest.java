package io.pgdouble.postmaster;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.backend.ProcessSignal;
import io.pgdouble.message.NoticeResponse;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same life leaves the same lines in PostgreSQL's log and in the double's. Processes write when
 * they get to it, so that only each one's own order is looked at. The double has no write-ahead
 * log: how much was written, how long it took, and at which position is not compared. Which number
 * a backend has depends on who had come back before it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LifeLogAgreesWithTheReferenceTest {
  private static final long PATIENCE_MILLIS = 30_000;

  /** Between two looks: who is waited for needs the processor, too. */
  private static final long NAP_NANOS = 1_000_000;

  private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final String READY = "database system is ready to accept connections";
  private static final String READ_ONLY =
      "database system is ready to accept read-only connections";
  private static final String ACTIVE = "client backend' and query like 'commit; select pg_sleep%";
  private static final String GONE = "database system is shut down";

  @TempDir private static Path data;

  private static LivedServer ours;
  private static LivedServer theirs;

  @BeforeAll
  static void makeServers() throws IOException {
    ours = new LivedDouble(data, freePort());
    theirs = new LivedReference(freePort());
    both(server -> server.configure(""));
  }

  @AfterAll
  static void removeServers() {
    both(LivedServer::close);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void both(Consumer<LivedServer> what) {
    what.accept(theirs);
    what.accept(ours);
  }

  private static void waitFor(BooleanSupplier condition) {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (!condition.getAsBoolean() && System.currentTimeMillis() < end) {
      LockSupport.parkNanos(NAP_NANOS);
    }
  }

  /** What a moment adds to a log, up to a last line. */
  private static List<String> told(LivedServer server, Consumer<LivedServer> moment, String last) {
    int before = server.lines().size();
    moment.accept(server);
    waitFor(() -> news(server, before).stream().anyMatch(line -> line.contains(last)));
    awaitQuiet(server);
    return news(server, before).stream()
        .map(line -> masked(line, server))
        .sorted(Comparator.comparing(line -> line.substring(0, Math.max(0, line.indexOf('|')))))
        .toList();
  }

  /** Another process may have its word after the last. */
  private static void awaitQuiet(LivedServer server) {
    long end = System.nanoTime() + QUIET_NANOS;
    for (int seen = server.lines().size(); System.nanoTime() < end; ) {
      int now = server.lines().size();
      end = now == seen ? end : System.nanoTime() + QUIET_NANOS;
      seen = now;
      LockSupport.parkNanos(NAP_NANOS);
    }
  }

  private static List<String> news(LivedServer server, int before) {
    List<String> all = server.lines();
    return all.subList(before, all.size());
  }

  private static String masked(String line, LivedServer server) {
    return line.replace(server.data().toString(), "DATA")
        .replaceAll("starting PostgreSQL .*", "starting PostgreSQL VERSION")
        .replaceAll("port \\d+", "port PORT")
        .replaceAll("PGSQL\\.\\d+", "PGSQL.PORT")
        .replaceAll("\\(PID \\d+\\)", "(PID)")
        .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d IST", "TIME")
        .replaceAll("^client backend\\|\\d+/[1-9]\\d*\\|", "client backend|running|")
        .replaceAll("\\|(\\d+)/0\\|", "|$1 none|")
        .replaceAll("\\b[0-9A-F]+/[0-9A-F]+\\b", "LSN")
        .replaceAll("\\d+\\.\\d{3} s", "SECONDS")
        .replaceAll("wrote \\d+ buffers", "wrote N buffers")
        .replaceAll("sync files=\\d+", "sync files=N");
  }

  private static void agree(Consumer<LivedServer> moment, String last) {
    List<String> expected = told(theirs, moment, last);
    assertThat(told(ours, moment, last)).isEqualTo(expected);
    assertThat(expected).anyMatch(line -> line.contains(last));
  }

  private static void configureAndReload(LivedServer server, String text) {
    server.configure(text);
    server.reload();
  }

  private static void agreeOnReload(String text, String last) {
    agree(server -> configureAndReload(server, text), last);
  }

  @Test
  @Order(1)
  void a_start() {
    agree(LivedServer::start, READY);
  }

  @Test
  @Order(2)
  void reloads() {
    agreeOnReload("", "SIGHUP");
    agreeOnReload(
        "work_mem = 5MB\nmax_connections = 50\nlog_statement = 'ddl'\n", "unaffected changes");
    agreeOnReload("max_connections = 50\n", "unaffected changes");
    agreeOnReload("", "SIGHUP");
    agreeOnReload("work_mem =\n", "no changes");
    agreeOnReload("work_mem = hello\n", "unaffected changes");
    agreeOnReload("nosuch = 1\n", "no changes");
    agreeOnReload("include 'nosuch.conf'\n", "no changes");
    agreeOnReload("work_mem = 7MB\nwork_mem = 8MB\n", "work_mem");
    agreeOnReload("", "work_mem");
  }

  @Test
  @Order(3)
  void a_reload_of_broken_authentication() {
    both(server -> write(server, "pg_hba.conf", "nonsense\nhost all all 127.0.0.1/32 trust\n"));
    agree(LivedServer::reload, "was not reloaded");
    both(server -> write(server, "pg_hba.conf", "host all all 127.0.0.1/32 trust\n"));
    agree(LivedServer::reload, "SIGHUP");
  }

  private static void write(LivedServer server, String name, String text) {
    try {
      Files.writeString(server.data().resolve(name), text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sleeps, and has said so before: a notice is sent at once. */
  private static RawFrontend sleeping(LivedServer server) {
    RawFrontend frontend = RawFrontend.inSession(server.port());
    frontend.query("commit; select pg_sleep(20)");
    while (!(frontend.read() instanceof NoticeResponse)) {
      LockSupport.parkNanos(NAP_NANOS);
    }
    return frontend;
  }

  /** The pid of a process that may still have to come. */
  private static int present(LivedServer server, String kind) {
    waitFor(() -> server.pid(kind) > 0);
    int pid = server.pid(kind);
    assertThat(pid).as(kind).isPositive();
    return pid;
  }

  private static void crashIdle(LivedServer server, ProcessSignal signal) {
    try (RawFrontend victim = new RawFrontend(server.port())) {
      victim.start("user", "postgres");
      server.signal(RawFrontend.key(victim.untilReady()).processId(), signal);
      victim.untilEnd();
    }
  }

  private static void crashBusy(LivedServer server) {
    try (RawFrontend victim = sleeping(server)) {
      server.signal(present(server, ACTIVE), ProcessSignal.KILL);
      victim.untilEnd();
    }
  }

  private static void checkpoint(LivedServer server) {
    try (RawFrontend frontend = RawFrontend.inSession(server.port())) {
      frontend.query("checkpoint");
      frontend.untilReady();
    }
  }

  @Test
  @Order(4)
  void crashes_of_backends() {
    agree(LifeLogAgreesWithTheReferenceTest::crashBusy, READY);
    agree(server -> crashIdle(server, ProcessSignal.KILL), READY);
    agree(server -> crashIdle(server, ProcessSignal.ABRT), READY);
  }

  @Test
  @Order(5)
  void crashes_of_other_processes() {
    for (String kind :
        List.of(
            "checkpointer",
            "background writer",
            "walwriter",
            "autovacuum launcher",
            "logical replication launcher")) {
      agree(server -> server.signal(present(server, kind), ProcessSignal.KILL), READY);
    }
  }

  @Test
  @Order(6)
  void the_end_of_a_background_worker() {
    agree(
        server ->
            server.signal(present(server, "logical replication launcher"), ProcessSignal.TERM),
        "exited");
    both(server -> present(server, "logical replication launcher"));
  }

  private static void stop(LivedServer server, ShutdownMode mode) {
    try (RawFrontend busy = sleeping(server)) {
      server.stop(mode);
      busy.untilEnd();
    }
  }

  @Test
  @Order(7)
  void shutdowns_and_the_starts_behind_them() {
    for (ShutdownMode mode : List.of(ShutdownMode.FAST, ShutdownMode.IMMEDIATE)) {
      agree(server -> stop(server, mode), GONE);
      agree(LivedServer::start, READY);
    }
    agree(server -> server.stop(ShutdownMode.SMART), GONE);
    both(server -> server.configure("log_checkpoints = off\n"));
    agree(LivedServer::start, READY);
    agreeOnReload("log_checkpoints = off\nrestart_after_crash = off\n", "restart_after_crash");
  }

  @Test
  @Order(8)
  void a_crash_after_which_it_does_not_go_on() {
    agree(server -> crashIdle(server, ProcessSignal.KILL), GONE);
    both(server -> server.configure("log_checkpoints = on\n"));
    agree(LivedServer::start, READY);
    agree(LifeLogAgreesWithTheReferenceTest::checkpoint, "checkpoint complete");
    agree(server -> server.stop(ShutdownMode.FAST), GONE);
  }

  private static List<Path> left(LivedServer server) {
    try (Stream<Path> files = Files.list(server.data())) {
      return files
          .filter(file -> file.getFileName().toString().matches("postmaster.*|\\.s\\..*"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> namesLeft(LivedServer server) {
    return left(server).stream()
        .map(file -> file.getFileName().toString().replace("." + server.port(), ".PORT"))
        .toList();
  }

  private static void sweep(LivedServer server) {
    try {
      for (Path file : left(server)) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @Order(9)
  void what_a_killed_postmaster_leaves() {
    both(server -> server.configure("unix_socket_directories = '%s'\n".formatted(server.data())));
    agree(LivedServer::start, READY);
    both(LivedServer::kill);
    assertThat(namesLeft(ours)).isEqualTo(namesLeft(theirs)).hasSize(4);
    both(LifeLogAgreesWithTheReferenceTest::sweep);
    agree(LivedServer::start, READY);
    agree(server -> server.stop(ShutdownMode.FAST), GONE);
    assertThat(namesLeft(ours)).isEqualTo(namesLeft(theirs)).hasSize(1);
    both(server -> server.configure(""));
  }

  @Test
  @Order(10)
  void a_standby_that_is_promoted() {
    both(server -> write(server, "standby.signal", ""));
    agree(LivedServer::start, READ_ONLY);
    agree(server -> server.stop(ShutdownMode.FAST), GONE);
    agree(LivedServer::start, READ_ONLY);
    agree(server -> server.stop(ShutdownMode.IMMEDIATE), GONE);
    agree(LivedServer::start, READ_ONLY);
    agree(LivedServer::promote, "checkpoint complete");
    agree(server -> server.stop(ShutdownMode.FAST), GONE);
  }
}
