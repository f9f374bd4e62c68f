package io.pgdouble.postmaster;

import static io.pgdouble.postmaster.SeenProcess.awaits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgdouble.backend.ProcessSignal;
import io.pgdouble.datadir.MemoryHome;
import io.pgdouble.engine.EngineOptions;
import io.pgdouble.message.BackendMessage;
import io.pgdouble.message.ErrorResponse;
import io.pgdouble.message.ReadyForQuery;
import io.pgdouble.message.Terminate;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server whose processes the system knows. */
@Timeout(60)
class ProcessesTest {
  private static final String AUXILIARY = "postgres: main: %s ";

  private Postmaster server;
  private SeenProcess postmaster;

  @BeforeEach
  void start() {
    EngineOptions engine = new EngineOptions(16, "postgres", Map.of("cluster_name", "main"));
    server =
        Postmaster.start(
            new PostmasterOptions(
                List.of("127.0.0.1"),
                0,
                Optional.empty(),
                engine,
                new MemoryHome(engine::serverSettings, Optional.empty()),
                StartMode.PRIMARY,
                new Processes.Seen("postgres -D nowhere"),
                Optional.empty()));
    long first = server.processes().get(0).pid();
    postmaster =
        new SeenProcess(ProcessHandle.of(first).orElseThrow().parent().orElseThrow().pid());
  }

  @AfterEach
  void stop() {
    server.close();
    assertThat(postmaster.title()).isEmpty();
  }

  private SeenProcess processOf(RawFrontend frontend) {
    frontend.start("user", "postgres");
    return new SeenProcess(RawFrontend.key(frontend.untilReady()).processId());
  }

  private static String title(RawFrontend frontend, String activity) {
    return "postgres: main: postgres postgres 127.0.0.1(" + frontend.localPort() + ") " + activity;
  }

  private static String code(BackendMessage message) {
    return ((ErrorResponse) message).field('C').orElseThrow();
  }

  @Test
  void the_auxiliary_processes_are_there_below_the_postmaster() {
    assertThat(postmaster.title()).isEqualTo("postgres -D nowhere");
    awaits(
        () -> postmaster.children().stream().map(SeenProcess::title).collect(Collectors.toSet()),
        Set.of(
            AUXILIARY.formatted("checkpointer"),
            AUXILIARY.formatted("background writer"),
            AUXILIARY.formatted("walwriter"),
            AUXILIARY.formatted("autovacuum launcher"),
            AUXILIARY.formatted("logical replication launcher")));
    for (ServerProcess process : server.processes()) {
      assertThat(new SeenProcess(process.pid()).title())
          .isEqualTo(AUXILIARY.formatted(process.kind().backendType()));
    }
  }

  @Test
  void a_session_is_one_process_more_and_its_end_one_less() {
    int before = postmaster.children().size();
    try (RawFrontend silent = new RawFrontend(server.port());
        RawFrontend frontend = new RawFrontend(server.port())) {
      SeenProcess backend = processOf(frontend);
      awaits(backend::title, title(frontend, "idle"));
      assertThat(postmaster.children()).hasSize(before + 2);
      silent.close();
      frontend.send(Terminate.INSTANCE);
      frontend.untilEnd();
      awaits(() -> postmaster.children().size(), before);
      assertThat(backend.state()).isEmpty();
    }
  }

  @Test
  void a_title_says_what_its_process_does() {
    try (RawFrontend frontend = new RawFrontend(server.port())) {
      SeenProcess backend = processOf(frontend);
      frontend.query("BEGIN");
      awaits(backend::title, title(frontend, "idle in transaction"));
      frontend.query("SELECT pg_sleep(30)");
      awaits(backend::title, title(frontend, "SELECT"));
      backend.kill("INT");
      awaits(backend::title, title(frontend, "idle in transaction (aborted)"));
    }
  }

  @Test
  void whoever_terminates_a_backend_by_its_pid_ends_its_session() {
    try (RawFrontend frontend = new RawFrontend(server.port())) {
      SeenProcess backend = processOf(frontend);
      backend.kill("TERM");
      assertThat(code(frontend.untilEnd().get(0))).isEqualTo("57P01");
      awaits(backend::state, "");
    }
  }

  @Test
  void whoever_kills_a_backend_crashes_the_server() {
    try (RawFrontend victim = new RawFrontend(server.port());
        RawFrontend sibling = new RawFrontend(server.port())) {
      SeenProcess killed = processOf(victim);
      SeenProcess other = processOf(sibling);
      killed.kill("KILL");
      assertThat(victim.untilEnd()).isEmpty();
      assertThat(sibling.untilEnd()).isNotEmpty();
      awaits(other::state, "");
      awaits(server::state, ServerState.RUN);
      try (RawFrontend next = new RawFrontend(server.port())) {
        assertThat(processOf(next).pid()).isGreaterThan(other.pid());
      }
    }
  }

  @Test
  void a_backend_that_is_stopped_answers_when_it_goes_on() throws Exception {
    try (RawFrontend frontend = new RawFrontend(server.port())) {
      SeenProcess backend = processOf(frontend);
      backend.kill("STOP");
      awaits(backend::state, "T");
      TimeUnit.MILLISECONDS.sleep(50);
      frontend.query("SELECT 1");
      frontend.timeout(300);
      assertThatThrownBy(frontend::read).isInstanceOf(UncheckedIOException.class);
      backend.kill("CONT");
      frontend.timeout(5000);
      assertThat(frontend.untilReady()).contains(ReadyForQuery.IDLE);
    }
  }

  @Test
  void signals_from_within_stop_the_process_as_well() {
    try (RawFrontend frontend = new RawFrontend(server.port())) {
      SeenProcess backend = processOf(frontend);
      server.signal((int) backend.pid(), ProcessSignal.STOP);
      awaits(backend::state, "T");
      server.signal((int) backend.pid(), ProcessSignal.CONT);
      awaits(backend::state, "S");
      server.signal((int) backend.pid(), ProcessSignal.TERM);
      assertThat(code(frontend.untilEnd().get(0))).isEqualTo("57P01");
    }
  }

  @Test
  void the_postmasters_process_obeys_what_a_postmaster_obeys() {
    try (RawFrontend frontend = new RawFrontend(server.port())) {
      SeenProcess backend = processOf(frontend);
      postmaster.kill("INT");
      assertThat(code(frontend.untilEnd().get(0))).isEqualTo("57P01");
      awaits(server.stopped()::isDone, true);
      assertThat(backend.state()).isEmpty();
    }
  }

  @Test
  void nothing_is_left_where_the_postmasters_process_is_killed() {
    try (RawFrontend frontend = new RawFrontend(server.port())) {
      List<SeenProcess> all = new ArrayList<>(postmaster.children());
      all.add(processOf(frontend));
      all.get(0).kill("STOP");
      postmaster.kill("KILL");
      frontend.untilEnd();
      awaits(server.stopped()::isDone, true);
      awaits(() -> all.stream().allMatch(SeenProcess::isDead), true);
    }
  }
}
