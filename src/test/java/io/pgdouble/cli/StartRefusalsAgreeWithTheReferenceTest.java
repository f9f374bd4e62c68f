package io.pgdouble.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.datadir.FreshCluster;
import io.pgdouble.reference.ReferencePrograms;
import io.pgdouble.reference.ReferencePrograms.Answer;
import io.pgdouble.reference.SharedReference;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that cannot listen says why on standard error, ends with the same status and leaves no
 * file, as PostgreSQL does.
 */
@Timeout(20)
class StartRefusalsAgreeWithTheReferenceTest {
  private static final String PREFIX = "log_line_prefix=%b|%e|%l|";

  @TempDir private static Path ours;

  private static ReferencePrograms reference;
  private static ServerSocket taken;

  @BeforeAll
  static void makeDirectories() throws IOException {
    reference = new ReferencePrograms();
    reference.run("initdb", List.of("-D", "data", "-U", "postgres", "-N"));
    FreshCluster.make(Files.createDirectory(ours.resolve("data")));
    taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
  }

  @AfterAll
  static void removeDirectories() throws IOException {
    taken.close();
    reference.close();
  }

  private static Answer ours(List<String> words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Postgres.run(
            new ProgramCall("postgres", words, new PrintStream(out), new PrintStream(err)));
    return new Answer(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Which PostgreSQL it is, where and on which port is not compared. */
  private static Answer masked(Answer answer, Path root) {
    String err =
        answer
            .err()
            .replaceAll("starting PostgreSQL .*", "starting PostgreSQL VERSION")
            .replaceAll("(?m)^\\d{4}-\\d\\d-\\d\\d [0-9:.]+ \\w+ \\[\\d+\\] ", "EARLY ")
            .replaceAll("\\(PID \\d+\\)", "(PID)")
            .replace(root.toString(), "ROOT")
            .replace(Integer.toString(taken.getLocalPort()), "PORT");
    return new Answer(answer.status(), answer.out(), err);
  }

  private static List<String> left(Path root) throws IOException {
    try (Stream<Path> files = Stream.concat(Files.list(root), Files.list(root.resolve("data")))) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.matches(".*\\.(pid|opts|lock)|.*s\\.PGSQL.*"))
          .sorted()
          .toList();
    }
  }

  private static List<String> words(Path root, String... settings) {
    List<String> words =
        new ArrayList<>(List.of("-D", root.resolve("data").toString(), "-c", PREFIX, "-p"));
    words.add(Integer.toString(taken.getLocalPort()));
    for (String setting : settings) {
      words.add("-c");
      words.add(setting.replace("ROOT", root.toString()));
    }
    return words;
  }

  private static void agree(String... settings) throws IOException {
    Answer expected =
        masked(reference.run("postgres", words(reference.folder(), settings)), reference.folder());
    assertThat(masked(ours(words(ours, settings)), ours))
        .as("%s", List.of(settings))
        .isEqualTo(expected);
    assertThat(expected.err()).contains("FATAL");
    assertThat(left(ours)).isEqualTo(left(reference.folder()));
  }

  @Test
  void an_address_in_use() throws IOException {
    agree("listen_addresses=127.0.0.1", "unix_socket_directories=");
    agree("listen_addresses=127.0.0.1", "unix_socket_directories=ROOT");
    agree("listen_addresses=127.0.0.1, 127.0.0.1", "unix_socket_directories=");
    agree("listen_addresses=127.0.0.1,192.0.2.1", "unix_socket_directories=");
  }

  @Test
  void a_name_that_nobody_knows() throws IOException {
    agree("listen_addresses=nosuch.invalid", "unix_socket_directories=");
    agree("listen_addresses=nosuch.invalid,127.0.0.1", "unix_socket_directories=");
    agree("listen_addresses=127.0.0.1,nosuch.invalid", "unix_socket_directories=ROOT");
    agree("listen_addresses=[::1]", "unix_socket_directories=");
  }

  @Test
  void no_place_at_all() throws IOException {
    agree("listen_addresses=", "unix_socket_directories=");
    agree("listen_addresses=\"", "unix_socket_directories=");
    agree("listen_addresses=127.0.0.2", "unix_socket_directories=ROOT/nosuch");
    agree("listen_addresses=127.0.0.2", "unix_socket_directories=ROOT/" + "x".repeat(100));
    agree(
        "listen_addresses=127.0.0.2",
        "unix_socket_directories=ROOT",
        "unix_socket_group=no such group");
  }

  private static void writeKey(String text, String permissions) throws IOException {
    for (Path root : List.of(ours, reference.folder())) {
      Files.writeString(root.resolve("data/server.key"), text);
    }
    reference.own(reference.folder().resolve("data/server.key"));
    for (Path root : List.of(ours, reference.folder())) {
      Path key = root.resolve("data/server.key");
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(permissions));
    }
  }

  @Test
  void encryption_without_its_files() throws IOException {
    String[] settings = {"listen_addresses=127.0.0.2", "unix_socket_directories=", "ssl=on"};
    agree(settings);
    agree("listen_addresses=127.0.0.2", "ssl=on", "ssl_cert_file=");
    for (Path root : List.of(ours, reference.folder())) {
      Files.writeString(root.resolve("data/server.crt"), "nonsense\n");
    }
    agree(settings);
    for (Path root : List.of(ours, reference.folder())) {
      Files.copy(
          Path.of("src/test/resources/io/pgdouble/cli/server.crt"),
          root.resolve("data/server.crt"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    agree(settings);
    writeKey("nonsense\n", "rw-r--r--");
    agree(settings);
    writeKey("nonsense\n", "rw-------");
    agree(settings);
    for (String name : List.of("data/server.crt", "data/server.key")) {
      Files.delete(ours.resolve(name));
      Files.delete(reference.folder().resolve(name));
    }
  }

  @Test
  void a_unix_socket_of_another_server() throws IOException {
    String lock = ".s.PGSQL." + taken.getLocalPort() + ".lock";
    List<Path> locks = List.of(ours.resolve(lock), reference.folder().resolve(lock));
    Path another = SharedReference.get().dataDirectory().orElseThrow().resolve("postmaster.pid");
    for (String text : List.of(Files.readString(another), "", "nonsense\n")) {
      for (Path file : locks) {
        Files.writeString(file, text);
      }
      agree("listen_addresses=127.0.0.2", "unix_socket_directories=ROOT");
    }
    for (Path file : locks) {
      Files.delete(file);
    }
  }

  @Test
  void rules_of_authentication_that_are_wrong() throws IOException {
    for (Path root : List.of(ours, reference.folder())) {
      Files.writeString(root.resolve("bad.conf"), "nonsense\nlocal all all nosuch\n");
    }
    agree("listen_addresses=127.0.0.2", "unix_socket_directories=", "hba_file=ROOT/bad.conf");
    agree("listen_addresses=127.0.0.2", "unix_socket_directories=", "hba_file=ROOT/nosuch.conf");
  }
}
