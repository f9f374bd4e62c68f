package io.pgdouble.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code pgdouble} in a checkout of its own, with a Maven and a Java that only tell. */
class LauncherTest {
  private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path checkout;

  @BeforeEach
  void makeCheckout() throws IOException {
    program("pgdouble", Files.readString(Path.of("pgdouble")));
    program("bin/java", "#!/bin/sh\necho \"java $*\"\n");
    program("bin/mvn", "#!/bin/sh\ntouch target/pgdouble-1-all.jar\necho built\n");
    write("pom.xml");
    write("src/main/java/A.java");
    write("src/main/java/deep/B.java");
    Files.createDirectories(checkout.resolve("target"));
    age("src/main/java/deep", THEN);
    age("src/main/java", THEN);
    age("src/main", THEN);
  }

  private void write(String name) throws IOException {
    Path file = checkout.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    age(name, THEN);
  }

  private void program(String name, String text) throws IOException {
    Path file = checkout.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private void age(String name, Instant time) throws IOException {
    Files.setLastModifiedTime(checkout.resolve(name), FileTime.from(time));
  }

  private String launch() throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(checkout.resolve("pgdouble").toString(), "--help");
    builder.environment().putAll(environment());
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private Map<String, String> environment() {
    return Map.of(
        "PATH",
        checkout.resolve("bin") + ":" + System.getenv("PATH"),
        "JAVA_HOME",
        checkout.toString(),
        "PGDOUBLE_NO_CDS",
        "1");
  }

  @Test
  void the_first_use_in_a_checkout_builds() throws Exception {
    assertThat(launch())
        .contains("building (first use in this checkout)", "built", "all.jar --help");
  }

  @Test
  void a_jar_newer_than_all_sources_is_started_at_once() throws Exception {
    write("target/pgdouble-1-all.jar");
    age("target/pgdouble-1-all.jar", THEN.plusSeconds(1));
    assertThat(launch()).doesNotContain("buil").contains("all.jar --help");
  }

  @Test
  void a_source_newer_than_the_jar_builds_it_anew() throws Exception {
    write("target/pgdouble-1-all.jar");
    age("src/main/java/deep/B.java", THEN.plusSeconds(1));
    assertThat(launch()).contains("building (a source is newer than the jar)", "built");
    assertThat(launch()).doesNotContain("building");
  }

  @Test
  void a_source_that_went_away_builds_the_jar_anew() throws Exception {
    write("target/pgdouble-1-all.jar");
    age("target/pgdouble-1-all.jar", THEN.plusSeconds(1));
    Files.delete(checkout.resolve("src/main/java/deep/B.java"));
    assertThat(launch()).contains("building (a source is newer than the jar)");
  }

  @Test
  void a_distribution_has_no_sources_to_look_at() throws Exception {
    write("pgdouble-1-all.jar");
    age("src/main/java/A.java", THEN.plusSeconds(1));
    assertThat(launch()).doesNotContain("building").contains("/pgdouble-1-all.jar --help");
  }
}
