package io.pgdouble.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A server in a container. Needs a container engine, and the image {@code postgres:16}, pulled or
 * built by {@code ci/reference-image/build}; skipped, with the reason, where they are not to be
 * had.
 */
class ContainerReferenceTest {

  private static int status(String... command) throws Exception {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(120, TimeUnit.SECONDS) ? process.exitValue() : -1;
    } catch (IOException notInstalled) {
      return 127;
    }
  }

  private static void assumeEngine() throws Exception {
    assumeTrue(
        status("docker", "info") == 0,
        "SKIPPED: no container engine answers here; ci/docker-engine may start one");
  }

  private static void assumeImage() throws Exception {
    boolean there = status("docker", "image", "inspect", "postgres:16") == 0;
    assumeTrue(
        there || status("ci/reference-image/build", "16.9.0", "postgres:16") == 0,
        "SKIPPED: there is no image postgres:16, and ci/reference-image/build cannot build it");
  }

  @Test
  void a_container_is_a_reference_like_any_other() throws Exception {
    assumeEngine();
    assumeImage();
    try (Reference server = Reference.start("docker:postgres:16")) {
      assertThat(server.major()).isEqualTo(16);
      assertThat(server.postmasterPid()).isEmpty();
      ReferenceSpec.Address address =
          new ReferenceSpec.Address(
              "", server.host(), server.port(), "postgres", Optional.empty(), "postgres");
      try (ServerConnection connection = ServerConnection.open(address)) {
        assertThat(connection.query("SHOW TimeZone").rows().get(0)).containsExactly("UTC");
        assertThat(connection.query("SHOW server_encoding").rows().get(0)).containsExactly("UTF8");
        assertThat(connection.query("SHOW lc_messages").rows().get(0)).containsExactly("C.UTF-8");
      }
    }
  }

  @Test
  void an_image_that_is_not_to_be_had_is_named_in_the_error() throws Exception {
    assumeEngine();
    assertThatThrownBy(() -> Reference.start("docker:localhost:1/nowhere:0"))
        .isInstanceOf(ReferenceException.class)
        .hasMessageContaining("docker:localhost:1/nowhere:0");
  }
}
