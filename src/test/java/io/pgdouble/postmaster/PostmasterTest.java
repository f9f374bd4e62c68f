package io.pgdouble.postmaster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgdouble.datadir.Launch;
import io.pgdouble.engine.EngineOptions;
import io.pgdouble.message.BackendKeyData;
import io.pgdouble.message.BackendMessage;
import io.pgdouble.message.CommandComplete;
import io.pgdouble.message.DataRow;
import io.pgdouble.message.ErrorResponse;
import io.pgdouble.message.NegotiateProtocolVersion;
import io.pgdouble.message.Query;
import io.pgdouble.message.ReadyForQuery;
import io.pgdouble.message.StartupMessage;
import io.pgdouble.message.Terminate;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class PostmasterTest {
  private static final Map<String, String> ONE_SLOT =
      Map.of("max_connections", "1", "superuser_reserved_connections", "0");

  private static Postmaster start(Map<String, String> settings) {
    return start(settings, Optional.empty());
  }

  private static Postmaster start(Map<String, String> settings, Optional<Path> directory) {
    PostmasterOptions options =
        new PostmasterOptions(
            List.of("127.0.0.1"), 0, directory, new EngineOptions(16, "postgres", settings));
    return Postmaster.start(options, (host, begin, sink) -> new ScriptedConversation(host, sink));
  }

  private static String code(BackendMessage message) {
    return ((ErrorResponse) message).field('C').orElseThrow();
  }

  private static String text(BackendMessage message) {
    return ((ErrorResponse) message).field('M').orElseThrow();
  }

  @Test
  void answers_keep_their_order_whichever_thread_gives_them() {
    try (Postmaster server = start(Map.of());
        RawFrontend frontend = RawFrontend.inSession(server.port())) {
      frontend.send(new Query("heavy 1"), new Query("light 2"), new Query("heavy 3"));
      assertThat(frontend.untilReady()).contains(new CommandComplete("1"));
      assertThat(frontend.untilReady()).contains(new CommandComplete("2"));
      assertThat(frontend.untilReady()).contains(new CommandComplete("3"));
    }
  }

  @Test
  void a_paused_postmaster_disturbs_no_session_and_new_connections_wait() {
    try (Postmaster server = start(Map.of());
        RawFrontend old = RawFrontend.inSession(server.port())) {
      server.pause();
      RawFrontend waiting = new RawFrontend(server.port());
      waiting.start("user", "postgres");
      waiting.timeout(300);
      assertThatThrownBy(waiting::read).hasCauseInstanceOf(SocketTimeoutException.class);
      old.query("heavy on");
      assertThat(old.untilReady()).contains(new CommandComplete("on"));
      server.resume();
      waiting.timeout(10_000);
      assertThat(waiting.untilReady()).contains(ReadyForQuery.IDLE);
      waiting.close();
    }
  }

  @Test
  void a_cancel_request_needs_the_key_and_is_never_answered() {
    try (Postmaster server = start(Map.of());
        RawFrontend frontend = new RawFrontend(server.port())) {
      frontend.start("user", "postgres");
      BackendKeyData key = RawFrontend.key(frontend.untilReady());
      assertThat(key.secretKey()).hasSize(4);
      frontend.query("park");
      byte[] wrong = key.secretKey().clone();
      wrong[0]++;
      assertThat(RawFrontend.cancel(server.port(), key.processId(), wrong)).isEmpty();
      frontend.timeout(300);
      assertThatThrownBy(frontend::read).isInstanceOf(UncheckedIOException.class);
      assertThat(RawFrontend.cancel(server.port(), key.processId(), key.secretKey())).isEmpty();
      frontend.timeout(10_000);
      assertThat(code(frontend.read())).isEqualTo("57014");
    }
  }

  @Test
  void a_failure_of_ours_ends_one_backend_and_no_other() {
    for (String crash : List.of("crash", "heavycrash")) {
      try (Postmaster server = start(Map.of());
          RawFrontend sibling = RawFrontend.inSession(server.port());
          RawFrontend frontend = RawFrontend.inSession(server.port())) {
        frontend.query(crash);
        List<BackendMessage> last = frontend.untilEnd();
        assertThat(last).hasSize(1);
        assertThat(code(last.get(0))).isEqualTo("XX000");
        sibling.query("light well");
        assertThat(sibling.untilReady()).contains(new CommandComplete("well"));
      }
    }
  }

  @Test
  void a_backend_rests_while_its_frontend_does_not_read() throws InterruptedException {
    try (Postmaster server = start(Map.of());
        RawFrontend frontend = RawFrontend.inSession(server.port())) {
      ScriptedConversation.ROWS_SENT.set(0);
      frontend.query("rows 100000");
      int before;
      do {
        before = ScriptedConversation.ROWS_SENT.get();
        TimeUnit.MILLISECONDS.sleep(300);
      } while (before == 0 || before != ScriptedConversation.ROWS_SENT.get());
      assertThat(before).isLessThan(50_000);
      assertThat(frontend.untilReady()).hasSize(100_001);
    }
  }

  @Test
  void a_worker_that_sends_into_a_closed_connection_comes_to_its_end() throws Exception {
    try (Postmaster server = start(Map.of())) {
      int closed = ScriptedConversation.CLOSED.get();
      RawFrontend frontend = RawFrontend.inSession(server.port());
      frontend.query("rows 100000000");
      TimeUnit.MILLISECONDS.sleep(200);
      frontend.close();
      while (ScriptedConversation.CLOSED.get() == closed) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
    }
  }

  @Test
  void connections_beyond_the_limit_are_refused_before_authentication() throws Exception {
    try (Postmaster server = start(ONE_SLOT)) {
      RawFrontend first = RawFrontend.inSession(server.port());
      try (RawFrontend second = new RawFrontend(server.port())) {
        second.start("user", "postgres");
        List<BackendMessage> refusal = second.untilEnd();
        assertThat(refusal).hasSize(1);
        assertThat(code(refusal.get(0))).isEqualTo("53300");
        assertThat(text(refusal.get(0))).isEqualTo("sorry, too many clients already");
      }
      first.send(Terminate.INSTANCE);
      first.untilEnd();
      TimeUnit.MILLISECONDS.sleep(200);
      RawFrontend.inSession(server.port()).close();
    }
  }

  /** A server of sessions, with a role {@code app} that has no attribute. */
  private static Postmaster startSessions(Map<String, String> settings) {
    EngineOptions engine = new EngineOptions(16, "postgres", List.of("app"), settings);
    return Postmaster.start(
        new PostmasterOptions(List.of("127.0.0.1"), 0, Optional.empty(), engine));
  }

  private static String refusalOf(Postmaster server, String role) {
    try (RawFrontend frontend = new RawFrontend(server.port())) {
      frontend.start("user", role, "database", "postgres");
      List<BackendMessage> all = frontend.untilEnd();
      return text(all.get(all.size() - 1));
    }
  }

  @Test
  void the_last_slots_are_kept_for_superusers() {
    Map<String, String> two = Map.of("max_connections", "2", "superuser_reserved_connections", "1");
    try (Postmaster server = startSessions(two);
        RawFrontend ordinary = new RawFrontend(server.port())) {
      ordinary.start("user", "app", "database", "postgres");
      assertThat(ordinary.untilReady()).contains(ReadyForQuery.IDLE);
      assertThat(refusalOf(server, "app"))
          .isEqualTo(
              "remaining connection slots are reserved for roles with the SUPERUSER attribute");
      try (RawFrontend superuser = new RawFrontend(server.port())) {
        superuser.start("user", "postgres");
        assertThat(superuser.untilReady()).contains(ReadyForQuery.IDLE);
        assertThat(refusalOf(server, "postgres")).isEqualTo("sorry, too many clients already");
      }
    }
  }

  @Test
  void a_role_that_is_not_there_is_told_so_before_slots_are_counted() {
    Map<String, String> two = Map.of("max_connections", "2", "superuser_reserved_connections", "1");
    try (Postmaster server = startSessions(two)) {
      RawFrontend first = new RawFrontend(server.port());
      first.start("user", "app", "database", "postgres");
      first.untilReady();
      assertThat(refusalOf(server, "nobody")).isEqualTo("role \"nobody\" does not exist");
      first.close();
    }
  }

  @Test
  void more_slots_reserved_than_there_are_is_no_server() {
    assertThatThrownBy(() -> start(Map.of("max_connections", "3")))
        .hasMessage(
            "superuser_reserved_connections (3) plus reserved_connections (0) must be less than"
                + " max_connections (3)");
  }

  @Test
  void a_frontend_that_says_nothing_is_hung_up_on_after_the_authentication_timeout() {
    try (Postmaster server = start(Map.of("authentication_timeout", "1s"));
        RawFrontend silent = new RawFrontend(server.port())) {
      assertThat(silent.untilEnd()).isEmpty();
    }
  }

  @Test
  void a_session_is_shown_where_its_server_listens(@TempDir Path directory) {
    EngineOptions engine =
        new EngineOptions(
            16, "postgres", Map.of("unix_socket_directories", directory.toString(), "my.own", "x"));
    PostmasterOptions options =
        new PostmasterOptions(List.of("127.0.0.1"), 0, Optional.empty(), engine);
    try (Postmaster server = Postmaster.start(options);
        RawFrontend frontend = RawFrontend.inSession(server.port())) {
      assertThat(shown(frontend, "port")).isEqualTo(Integer.toString(server.port()));
      assertThat(shown(frontend, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(shown(frontend, "unix_socket_directories")).isEqualTo(directory.toString());
      assertThat(shown(frontend, "my.own")).isEqualTo("x");
      assertThat(directory.resolve(".s.PGSQL." + server.port())).exists();
    }
  }

  private static String shown(RawFrontend frontend, String setting) {
    frontend.query("SHOW " + setting);
    DataRow row =
        frontend.untilReady().stream()
            .filter(DataRow.class::isInstance)
            .map(DataRow.class::cast)
            .findFirst()
            .orElseThrow();
    return new String(row.values()[0], StandardCharsets.UTF_8);
  }

  @Test
  void a_smart_stop_refuses_the_new_and_waits_for_the_old() throws Exception {
    try (Postmaster server = start(Map.of())) {
      RawFrontend old = RawFrontend.inSession(server.port());
      server.stop(ShutdownMode.SMART);
      try (RawFrontend late = new RawFrontend(server.port())) {
        late.start("user", "postgres");
        BackendMessage refusal = late.read();
        assertThat(code(refusal)).isEqualTo("57P03");
        assertThat(text(refusal)).isEqualTo("the database system is shutting down");
      }
      old.query("light still");
      assertThat(old.untilReady()).contains(new CommandComplete("still"));
      assertThat(server.stopped()).isNotDone();
      old.close();
      server.stopped().get(5, TimeUnit.SECONDS);
    }
  }

  @Test
  void a_fast_stop_tells_the_idle_and_the_busy() {
    Postmaster server = start(Map.of());
    try (RawFrontend idle = RawFrontend.inSession(server.port());
        RawFrontend busy = RawFrontend.inSession(server.port())) {
      busy.query("park");
      server.close();
      assertThat(code(idle.untilEnd().get(0))).isEqualTo("57P01");
      assertThat(code(busy.untilEnd().get(0))).isEqualTo("57P01");
    }
  }

  @Test
  void a_frontend_that_only_reads_any_more_still_gets_its_answers() {
    try (Postmaster server = start(Map.of());
        RawFrontend frontend = RawFrontend.inSession(server.port())) {
      frontend.send(new Query("heavy 1"), new Query("heavy 2"));
      frontend.shutdownOutput();
      assertThat(frontend.untilEnd()).contains(new CommandComplete("1"), new CommandComplete("2"));
    }
  }

  @Test
  void a_newer_minor_version_and_unknown_options_are_negotiated() {
    try (Postmaster server = start(Map.of());
        RawFrontend frontend = new RawFrontend(server.port())) {
      frontend.send(StartupMessage.of(3, 2, "user", "postgres", "_pq_.x", "1"));
      assertThat(frontend.read())
          .isEqualTo(new NegotiateProtocolVersion(196_608, List.of("_pq_.x")));
    }
  }

  @Test
  void the_unix_socket_serves_and_vanishes_with_its_lock_file(@TempDir Path directory)
      throws Exception {
    Postmaster server = start(Map.of(), Optional.of(directory));
    Path socket = directory.resolve(".s.PGSQL." + server.port());
    Path lock = directory.resolve(".s.PGSQL." + server.port() + ".lock");
    List<String> lines = Files.readAllLines(lock);
    assertThat(lines.get(0)).isEqualTo(Long.toString(ProcessHandle.current().pid()));
    assertThat(lines.get(3)).isEqualTo(Integer.toString(server.port()));
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      channel.write(ByteBuffer.wrap(new byte[] {0, 0, 0, 8, 4, (byte) 210, 22, 47}));
      ByteBuffer answer = ByteBuffer.allocate(1);
      channel.read(answer);
      assertThat(answer.get(0)).isEqualTo((byte) 'N');
    }
    server.close();
    assertThat(socket).doesNotExist();
    assertThat(lock).doesNotExist();
  }

  @Test
  void a_socket_file_of_a_living_process_is_not_taken(@TempDir Path directory) {
    try (Postmaster server = start(Map.of(), Optional.of(directory))) {
      assertThatThrownBy(
              () ->
                  SocketFile.claim(
                      directory,
                      new SocketFile.Server(Launch.here().owner(), "", server.port(), 0)))
          .hasMessage(
              "lock file \"" + directory + "/.s.PGSQL." + server.port() + ".lock\" already exists");
    }
  }

  @Test
  void the_unix_sockets_of_several_directories_let_in_whom_the_settings_say(@TempDir Path directory)
      throws Exception {
    Path first = Files.createDirectory(directory.resolve("first"));
    Path second = Files.createDirectory(directory.resolve("second"));
    Map<String, String> settings =
        Map.of("unix_socket_directories", first + ", " + second, "unix_socket_permissions", "0750");
    try (Postmaster server = start(settings)) {
      for (Path one : List.of(first, second)) {
        String name = ".s.PGSQL." + server.port();
        assertThat(Files.getPosixFilePermissions(one.resolve(name)))
            .isEqualTo(PosixFilePermissions.fromString("rwxr-x---"));
        Path lock = one.resolve(name + ".lock");
        assertThat(Files.getPosixFilePermissions(lock))
            .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.readAllLines(lock)).hasSize(5).last().isEqualTo(one.toString());
      }
    }
  }

  @Test
  void a_unix_socket_for_a_group_that_nobody_knows_keeps_the_server_from_starting(
      @TempDir Path directory) {
    Map<String, String> settings =
        Map.of(
            "unix_socket_directories", directory.toString(), "unix_socket_group", "no such group");
    assertThatThrownBy(() -> start(settings))
        .hasMessage("could not create any Unix-domain sockets");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void a_port_that_is_taken_is_told_as_the_server_tells_it() {
    try (Postmaster server = start(Map.of())) {
      PostmasterOptions same =
          new PostmasterOptions(
              List.of("127.0.0.1"),
              server.port(),
              Optional.empty(),
              new EngineOptions(16, "postgres", Map.of()));
      assertThatThrownBy(() -> Postmaster.start(same))
          .hasMessage("could not create any TCP/IP sockets")
          .satisfies(
              failure ->
                  assertThat(failure.getSuppressed()[0])
                      .hasMessage(
                          "could not bind IPv4 address \"127.0.0.1\": Address already in use"));
    }
  }
}
