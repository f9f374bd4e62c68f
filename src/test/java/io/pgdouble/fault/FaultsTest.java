package io.pgdouble.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgdouble.PgDouble;
import io.pgdouble.PgDoubleOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What pgjdbc does with a server that goes wrong in one way. */
@Timeout(60)
class FaultsTest {
  private static final String RULES =
      "hostssl all app all scram-sha-256\nhost all postgres all trust\n";

  /** What it does not notice unless it is told to insist on channel binding. */
  private static final Set<String> NOTICED_IF_BOUND =
      Set.of("ask-cleartext", "ask-md5", "ask-nothing", "no-sasl-final");

  /** What it does not notice unless it verifies the server. */
  private static final Set<String> OF_CERTIFICATES =
      Set.of("expired-certificate", "certificate-of-another-host");

  /** What cannot be noticed, or makes no difference to it. */
  private static final Set<String> HARMLESS = Set.of("none");

  @TempDir private Path folder;

  /** But for the one with which it would be busy for hours. */
  static List<String> names() {
    return Faults.ALL.stream()
        .map(Fault::name)
        .filter(name -> !name.equals("huge-iterations") && !name.equals("ok-twice"))
        .toList();
  }

  private PgDouble start(String fault) throws IOException, SQLException {
    Path rules = Files.writeString(folder.resolve("pg_hba.conf"), RULES);
    PgDouble server =
        PgDouble.start(
            PgDoubleOptions.defaults()
                .withTls()
                .withFault(Faults.named(fault).orElseThrow())
                .withSetting("hba_file", rules.toString()));
    String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres?sslmode=disable";
    try (Connection connection = DriverManager.getConnection(url, "postgres", "x");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE app LOGIN PASSWORD 'secret'");
    }
    return server;
  }

  /** Whether it is content with the server. */
  private static boolean isContent(PgDouble server, String more) {
    String url =
        "jdbc:postgresql://localhost:"
            + server.port()
            + "/postgres?connectTimeout=2&socketTimeout=3&sslResponseTimeout=500&"
            + more;
    try (Connection connection = DriverManager.getConnection(url, "app", "secret")) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_driver_notices_what_it_can(String fault) throws IOException, SQLException {
    try (PgDouble server = start(fault)) {
      boolean harmless = HARMLESS.contains(fault) || OF_CERTIFICATES.contains(fault);
      assertThat(isContent(server, "sslmode=require"))
          .isEqualTo(harmless || NOTICED_IF_BOUND.contains(fault));
      assertThat(isContent(server, "sslmode=require&channelBinding=require")).isEqualTo(harmless);
    }
  }

  @Test
  void a_certificate_of_another_host_is_noticed_by_who_verifies_it()
      throws IOException, SQLException {
    try (PgDouble server = start("certificate-of-another-host")) {
      Path root = Files.writeString(folder.resolve("root.crt"), server.certificate().orElseThrow());
      assertThat(isContent(server, "sslmode=verify-ca&sslrootcert=" + root)).isTrue();
      assertThat(isContent(server, "sslmode=verify-full&sslrootcert=" + root)).isFalse();
    }
  }

  @Test
  void success_that_comes_twice_is_noticed() {
    Fault twice = Faults.named("ok-twice").orElseThrow();
    try (PgDouble server = PgDouble.start(PgDoubleOptions.defaults().withFault(twice))) {
      assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl()))
          .hasMessageContaining("Protocol error");
    }
  }

  @Test
  void a_server_does_not_start_with_a_fault_nobody_knows() {
    assertThatThrownBy(
            () ->
                PgDouble.start(
                    PgDoubleOptions.defaults().withSetting("pgdouble.fault", "no-such-fault")))
        .hasMessageContaining("invalid value for parameter \"pgdouble.fault\": \"no-such-fault\"");
  }

  @Test
  void every_fault_has_a_name_and_a_file_of_its_own() {
    assertThat(Faults.ALL).extracting(Fault::name).doesNotHaveDuplicates();
    assertThat(Faults.ALL).extracting(Object::getClass).doesNotHaveDuplicates();
    assertThat(Faults.ALL).allSatisfy(fault -> assertThat(fault.summary()).isNotBlank());
  }
}
