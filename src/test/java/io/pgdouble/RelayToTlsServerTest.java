package io.pgdouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgdouble.message.AuthenticationCleartextPassword;
import io.pgdouble.message.AuthenticationMD5Password;
import io.pgdouble.message.AuthenticationSASL;
import io.pgdouble.reference.Reference;
import io.pgdouble.reference.SharedReference;
import io.pgdouble.relay.LiveOriginals;
import io.pgdouble.relay.ReplayReport;
import io.pgdouble.relay.ServerUrl;
import io.pgdouble.replay.RecordedServer;
import io.pgdouble.replay.RecordedServer.Mode;
import io.pgdouble.trace.HeaderLine;
import io.pgdouble.trace.Recording;
import io.pgdouble.validation.Hearing;
import io.pgdouble.validation.Severity;
import io.pgdouble.validation.VerdictBook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A real server that has a certificate and asks for passwords, behind a relay: as a driver sees it,
 * as it is recorded, and as the recording is played again.
 */
@Timeout(120)
class RelayToTlsServerTest {
  private static final String SECRET = "sesame";
  private static final char[] STORE = "changeit".toCharArray();

  private static Reference reference;

  /** Who has signed the server's certificate, and somebody who has not. */
  private static Path authority;

  private static Path stranger;
  private static Path certificate;
  private static Path key;

  @BeforeAll
  static void startServer(@TempDir Path directory) throws Exception {
    authority = authority(directory, "authority");
    stranger = authority(directory, "stranger");
    sign(directory);
    reference = SharedReference.get().starter().orElseThrow().start(Map.of(), List.of());
    Path data = reference.dataDirectory().orElseThrow();
    place(data, "server.crt", Files.readAllBytes(certificate));
    place(data, "server.key", Files.readAllBytes(key));
    place(
        data,
        "pg_hba.conf",
        """
        hostssl all scram all scram-sha-256
        hostssl all md5   all md5
        hostssl all clear all password
        host    all postgres all trust
        local   all all          trust
        """
            .getBytes(StandardCharsets.US_ASCII));
    try (Connection connection = direct("postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute("SET password_encryption = 'md5'");
      statement.execute("CREATE ROLE md5 LOGIN PASSWORD '" + SECRET + "'");
      statement.execute("SET password_encryption = 'scram-sha-256'");
      statement.execute("CREATE ROLE scram LOGIN PASSWORD '" + SECRET + "'");
      statement.execute("CREATE ROLE clear LOGIN PASSWORD '" + SECRET + "'");
      statement.execute("ALTER SYSTEM SET ssl = on");
      statement.execute("SELECT pg_reload_conf()");
    }
    awaitTls();
  }

  @AfterAll
  static void stopServer() {
    reference.close();
  }

  /** A file of the server's own. */
  private static void place(Path data, String name, byte[] bytes) throws IOException {
    Path file = data.resolve(name);
    Files.write(file, bytes);
    Files.setOwner(file, Files.getOwner(data));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private static void awaitTls() throws Exception {
    for (int i = 0; i < 100; i++) {
      try (Connection connection = direct("postgres", "&sslmode=require")) {
        assertThat(connection.isValid(1)).isTrue();
        return;
      } catch (SQLException e) {
        Thread.sleep(50);
      }
    }
    throw new AssertionError("the server does not speak TLS");
  }

  private static Connection direct(String user, String more) throws SQLException {
    return connect(reference.port(), user, more);
  }

  private static Connection connect(int port, String user, String more) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:" + port + "/postgres?user=" + user + more);
  }

  private static void keytool(Path directory, String store, String... more) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(more));
    command.addAll(List.of("-keystore", store, "-storepass", new String(STORE)));
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("keytool.log").toFile())
            .start();
    assertThat(process.waitFor()).as(command.toString()).isZero();
  }

  /** Its certificate, in PEM. */
  private static Path authority(Path directory, String name) throws Exception {
    keytool(
        directory,
        name + ".p12",
        ("-genkeypair -alias own -keyalg RSA -ext bc:c -dname CN=" + name).split(" "));
    keytool(
        directory,
        name + ".p12",
        ("-exportcert -rfc -alias own -file " + name + ".crt").split(" "));
    return directory.resolve(name + ".crt");
  }

  /** The server's key, and a certificate for localhost that the authority has signed. */
  private static void sign(Path directory) throws Exception {
    String server = "server.p12";
    keytool(directory, server, "-genkeypair -alias own -keyalg RSA -dname CN=localhost".split(" "));
    keytool(directory, server, "-certreq -alias own -file server.csr".split(" "));
    keytool(
        directory,
        "authority.p12",
        "-gencert -rfc -alias own -infile server.csr -outfile server.crt -ext san=dns:localhost"
            .split(" "));
    certificate = directory.resolve("server.crt");
    key = directory.resolve("server.key");
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(directory.resolve(server))) {
      keys.load(in, STORE);
    }
    Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    String encoded = lines.encodeToString(keys.getKey("own", STORE).getEncoded());
    Files.writeString(
        key, "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n");
  }

  private static String url(String user, String host, String mode, Path root) {
    return "postgres://%s@%s:%d/postgres?sslmode=%s&sslrootcert=%s"
        .formatted(user, host, reference.port(), mode, root);
  }

  private static PgRelayOptions verified() {
    return PgRelayOptions.to(url("postgres", "localhost", "verify-full", authority));
  }

  /** What it says of the connection that reaches it. */
  private static String encryption(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT current_user, ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
      result.next();
      return result.getString(1) + " " + result.getString(2);
    }
  }

  @Test
  void a_server_is_trusted_by_who_signed_for_it_and_in_verify_full_by_its_name() throws Exception {
    assertThat(through(url("postgres", "localhost", "verify-full", authority)))
        .isEqualTo("postgres t");
    assertThat(through(url("postgres", "127.0.0.1", "verify-ca", authority)))
        .isEqualTo("postgres t");
    assertThat(through(url("postgres", "127.0.0.1", "require", stranger))).isEqualTo("postgres t");
    assertThatThrownBy(() -> through(url("postgres", "127.0.0.1", "verify-full", authority)))
        .hasFieldOrPropertyWithValue("SQLState", "08001")
        .hasMessageContaining("could not connect");
    assertThatThrownBy(() -> through(url("postgres", "localhost", "verify-ca", stranger)))
        .hasFieldOrPropertyWithValue("SQLState", "08001")
        .hasMessageContaining("could not connect");
  }

  private static String through(String url) throws SQLException {
    try (PgRelay relay = PgRelay.start(PgRelayOptions.to(url));
        Connection connection = connect(relay.port(), "postgres", "")) {
      return encryption(connection);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"scram", "md5", "clear"})
  void a_frontend_proves_itself_through_the_relay_is_recorded_and_played_again(
      String user, @TempDir Path directory) throws Exception {
    Path file = directory.resolve("proven.trace");
    VerdictBook verdicts = new VerdictBook();
    try (PgRelay relay = PgRelay.start(verified().withRecording(file), verdicts)) {
      try (Connection connection = connect(relay.port(), user, "&password=" + SECRET)) {
        assertThat(encryption(connection)).isEqualTo(user + " t");
      }
      assertThatThrownBy(() -> connect(relay.port(), user, "&password=wrong"))
          .hasFieldOrPropertyWithValue("SQLState", "28P01");
    }
    assertThat(verdicts.count(Severity.VIOLATION)).isZero();
    String text = Files.readString(file);
    assertThat(text).doesNotContain(SECRET, "wrong");
    assertThat(text).doesNotContainPattern("md5[0-9a-f]{32}|p=[A-Za-z0-9+/]{43}=");
    Recording recording = Recording.read(text);
    assertThat(Hearing.of(recording).of(Severity.VIOLATION)).isEmpty();
    playsAsServer(onlyConnection(recording, "A"), user);
    asksAsTheServerDid(onlyConnection(recording, "A"), user);
    playsAsFrontend(onlyConnection(recording, "A"), user);
  }

  private static Recording onlyConnection(Recording recording, String name) {
    return new Recording(recording.header(), recording.of(name));
  }

  /** Whoever plays it need not prove himself. */
  private static void playsAsServer(Recording recording, String user) throws SQLException {
    RecordedServer recorded = RecordedServer.of(recording, Mode.STRICT);
    try (PgDouble server = PgDouble.start(PgDoubleOptions.defaults(), recorded);
        Connection connection = connect(server.port(), user, "")) {
      assertThat(encryption(connection)).isEqualTo(user + " t");
    }
    assertThat(recorded.deviations()).isEmpty();
  }

  /** … but where a password is demanded he has to, as who was recorded had. */
  private static void asksAsTheServerDid(Recording recording, String user) throws SQLException {
    RecordedServer recorded = RecordedServer.of(recording, Mode.LOOSE);
    recorded.demandPassword("another secret");
    Class<?> asked =
        switch (user) {
          case "scram" -> AuthenticationSASL.class;
          case "md5" -> AuthenticationMD5Password.class;
          default -> AuthenticationCleartextPassword.class;
        };
    assertThat(recorded.asked(user, "postgres")).containsInstanceOf(asked);
    try (PgDouble server = PgDouble.start(PgDoubleOptions.defaults(), recorded)) {
      try (Connection connection = connect(server.port(), user, "&password=another secret")) {
        assertThat(encryption(connection)).isEqualTo(user + " t");
      }
      assertThatThrownBy(() -> connect(server.port(), user, "&password=" + SECRET))
          .hasFieldOrPropertyWithValue("SQLState", "28P01");
    }
  }

  private static void playsAsFrontend(Recording recording, String user) {
    String proven = user + ":" + SECRET;
    ReplayReport report =
        PgReplay.run(recording, url(proven, "localhost", "verify-full", authority));
    assertThat(report.differences()).isEmpty();
    assertThat(report.compared()).isGreaterThan(10);
  }

  @Test
  void a_spy_proves_itself_to_the_server() throws Exception {
    ServerUrl url = ServerUrl.of(url("scram:" + SECRET, "localhost", "verify-full", authority));
    try (LiveOriginals originals = LiveOriginals.of(url)) {
      Recording nothing = new Recording(List.of(HeaderLine.RECORDING), List.of());
      RecordedServer recorded = RecordedServer.spyingOn(originals, nothing);
      try (PgDouble spy = PgDouble.start(PgDoubleOptions.defaults(), recorded);
          Connection connection = connect(spy.port(), "scram", "")) {
        assertThat(encryption(connection)).isEqualTo("scram t");
      }
      assertThat(recorded.added()).isEqualTo(1);
    }
  }

  @Test
  void a_relay_with_the_servers_own_certificate_keeps_channel_binding() throws Exception {
    try (PgRelay relay = PgRelay.start(verified().withTls(certificate, key));
        PgRelay other = PgRelay.start(verified().withTls())) {
      String bound = "&sslmode=require&channelBinding=require&password=" + SECRET;
      try (Connection connection = connect(relay.port(), "scram", bound)) {
        assertThat(encryption(connection)).isEqualTo("scram t");
      }
      assertThatThrownBy(() -> connect(other.port(), "scram", bound))
          .isInstanceOf(SQLException.class);
      String unbound = "&sslmode=require&channelBinding=disable&password=" + SECRET;
      try (Connection connection = connect(other.port(), "scram", unbound)) {
        assertThat(encryption(connection)).isEqualTo("scram t");
      }
    }
  }
}
