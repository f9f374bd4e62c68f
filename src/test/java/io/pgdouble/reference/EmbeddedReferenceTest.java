package io.pgdouble.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmbeddedReferenceTest {

  @Test
  void a_started_server_answers_and_leaves_nothing_behind_when_it_is_closed() {
    Path folder;
    long pid;
    try (Reference server = Reference.start("embedded:16.9")) {
      assertThat(server.version()).isEqualTo("16.9");
      assertThat(server.major()).isEqualTo(16);
      folder = server.socketDirectory().orElseThrow();
      pid = server.postmasterPid().orElseThrow();
      assertThat(ProcessHandle.of(pid)).isPresent();
      assertThat(folder.resolve(".s.PGSQL." + server.port())).exists();
      assertThat(answer(server, "SHOW TimeZone")).isEqualTo("UTC");
      assertThat(answer(server, "SELECT datcollate FROM pg_database WHERE datname = 'postgres'"))
          .isEqualTo("C.UTF-8");
    }
    assertThat(folder).doesNotExist();
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }

  private static String answer(Reference server, String sql) {
    ReferenceSpec.Address address =
        new ReferenceSpec.Address(
            "", server.host(), server.port(), "postgres", Optional.empty(), "postgres");
    try (ServerConnection connection = ServerConnection.open(address)) {
      return connection.query(sql).rows().get(0)[0];
    }
  }

  @Test
  void its_life_can_be_steered_on_one_port_without_losing_its_data() {
    try (Reference server = Reference.start("embedded:16.9")) {
      int port = server.port();
      answer(server, "SELECT lo_create(4711)");
      server.life().orElseThrow().restart(StartMode.STANDBY);
      assertThat(answer(server, "SELECT pg_is_in_recovery()")).isEqualTo("t");
      assertThat(answer(server, "SELECT count(*) FROM pg_largeobject_metadata")).isEqualTo("1");
      assertThat(answer(server, "SELECT pg_promote()")).isEqualTo("t");
      server.life().orElseThrow().restart(StartMode.HELD);
      assertThatThrownBy(() -> answer(server, "SELECT 1"))
          .hasMessageContaining("the database system is starting up");
      assertThat(server.port()).isEqualTo(port);
    }
  }

  @Test
  void a_server_whose_jvm_was_killed_is_ended_when_the_next_one_starts() throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledRun.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String folder = child.inputReader().readLine();
    long pid = Postmaster.runningIn(Path.of(folder, "data")).orElseThrow().pid();
    child.destroyForcibly().waitFor();
    assertThat(ProcessHandle.of(pid)).isPresent();
    RunFolder.sweep();
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(Files.exists(Path.of(folder))).isFalse();
  }

  @Test
  void a_name_that_is_none_is_shown_with_what_was_expected() {
    assertThatThrownBy(() -> Reference.start("embeded:16"))
        .hasMessageStartingWith("found reference \"embeded:16\" (expected: embedded:16");
    assertThatThrownBy(() -> Reference.start("embedded:9"))
        .hasMessage(
            "found embedded version \"9\" (expected: one of [14, 15, 16, 17, 18]"
                + " or an exact one such as 16.9)");
    assertThatThrownBy(() -> Reference.start("docker:")).hasMessageContaining("expected");
    assertThatThrownBy(() -> Reference.start("postgres://127.0.0.1:1/x"))
        .hasMessageStartingWith("no PostgreSQL answers at 127.0.0.1:1");
  }

  @Test
  void an_address_is_taken_apart() {
    assertThat(ReferenceSpec.parse("postgres://me:p%40ss@somewhere:6000/there"))
        .isEqualTo(
            new ReferenceSpec.Address(
                "postgres://me:p%40ss@somewhere:6000/there",
                "somewhere", 6000, "me", Optional.of("p@ss"), "there"));
    assertThat(ReferenceSpec.parse("postgres://somewhere"))
        .isEqualTo(
            new ReferenceSpec.Address(
                "postgres://somewhere",
                "somewhere",
                5432,
                "postgres",
                Optional.empty(),
                "postgres"));
  }
}
