package io.pgdouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgdouble.trace.Recording;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Frontends talk to a server through a relay, and notice nothing of it. */
@Timeout(60)
class PgRelayTest {
  private static PgDouble server;

  @BeforeAll
  static void startServer() {
    server = PgDouble.start(PgDoubleOptions.defaults().withSetting("max_connections", "600"));
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  private static PgRelayOptions toServer() {
    return PgRelayOptions.to("postgres://127.0.0.1:" + server.port());
  }

  private static Connection connect(PgRelay relay, String more) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + relay.port() + "/postgres?user=postgres" + more);
  }

  private static int answer(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT 42")) {
      result.next();
      return result.getInt(1);
    }
  }

  @Test
  void a_session_runs_through_it_and_is_written_into_a_file(@TempDir Path directory)
      throws Exception {
    Path file = directory.resolve("run.trace");
    try (PgRelay relay = PgRelay.start(toServer().withRecording(file));
        Connection connection = connect(relay, "")) {
      assertThat(answer(connection)).isEqualTo(42);
    }
    String text = Files.readString(file);
    assertThat(text)
        .startsWith("pgdouble-trace 1\nkind\trecording\n\nA\topen\nA\tF\t")
        .contains("A\tB\t12\tBackendKeyData\t ${A.pid} ${A.key}\n")
        .contains("A\tB\t12\tDataRow\t 1 2 '42'\n")
        .contains("A\tF\t4\tTerminate\nA\tclose\nA\tB\t-\tClosed\ntimes\t");
    assertThat(Recording.read(text).text()).isEqualTo(text);
  }

  @Test
  void both_sides_may_be_encrypted() throws Exception {
    try (PgRelay decrypting = PgRelay.start(toServer().withTls());
        PgRelay both =
            PgRelay.start(
                PgRelayOptions.to("postgres://127.0.0.1:" + decrypting.port() + "?sslmode=require")
                    .withTls());
        Connection connection = connect(both, "&sslmode=require")) {
      assertThat(answer(connection)).isEqualTo(42);
    }
  }

  @Test
  void who_asks_for_encryption_where_there_is_no_certificate_is_told_so() {
    try (PgRelay relay = PgRelay.start(toServer())) {
      assertThatThrownBy(() -> connect(relay, "&sslmode=require"))
          .hasMessageContaining("The server does not support SSL");
    }
  }

  @Test
  void a_server_that_has_no_encryption_is_not_talked_to_where_it_was_asked_for() {
    String url = "postgres://127.0.0.1:" + server.port() + "?sslmode=require";
    try (PgRelay relay = PgRelay.start(PgRelayOptions.to(url))) {
      assertThatThrownBy(() -> connect(relay, ""))
          .hasMessageContaining("the server does not support SSL, but SSL was required")
          .hasFieldOrPropertyWithValue("SQLState", "08001");
    }
  }

  @Test
  void a_server_that_is_not_there_is_told_in_an_error() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    try (PgRelay relay = PgRelay.start(PgRelayOptions.to("postgres://127.0.0.1:" + free))) {
      assertThatThrownBy(() -> connect(relay, ""))
          .hasMessageContaining("pgdouble relay could not connect to 127.0.0.1:" + free)
          .hasFieldOrPropertyWithValue("SQLState", "08001");
    }
  }

  @Test
  void a_cancel_request_finds_its_backend() throws Exception {
    try (PgRelay relay = PgRelay.start(toServer());
        Connection connection = connect(relay, "");
        Statement statement = connection.createStatement()) {
      CompletableFuture<Void> canceled =
          CompletableFuture.runAsync(
              () -> {
                try {
                  Thread.sleep(300);
                  statement.cancel();
                } catch (SQLException | InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
      assertThatThrownBy(() -> statement.execute("SELECT pg_sleep(30)"))
          .hasFieldOrPropertyWithValue("SQLState", "57014");
      canceled.join();
    }
  }

  @Test
  void five_hundred_connections_at_once() throws Exception {
    try (PgRelay relay = PgRelay.start(toServer())) {
      List<Connection> connections = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        connections.add(connect(relay, ""));
      }
      for (Connection connection : connections) {
        assertThat(answer(connection)).isEqualTo(42);
      }
      for (Connection connection : connections) {
        connection.close();
      }
    }
  }

  @Test
  void a_frontend_that_sends_no_more_still_reads() throws Exception {
    try (PgRelay relay = PgRelay.start(toServer());
        Socket socket = new Socket("127.0.0.1", relay.port())) {
      socket.getOutputStream().write(startup());
      socket.shutdownOutput();
      byte[] all = socket.getInputStream().readAllBytes();
      assertThat(all[0]).isEqualTo((byte) 'R');
    }
  }

  @Test
  void what_neither_side_takes_at_once_is_neither_lost_nor_cut_off() throws Exception {
    byte[] slow = query("SELECT pg_sleep(0.5)");
    byte[] great = query("SELECT length('" + "y".repeat(8_000_000) + "')");
    byte[] terminate = {'X', 0, 0, 0, 4};
    try (PgRelay relay = PgRelay.start(toServer());
        Socket socket = new Socket("127.0.0.1", relay.port())) {
      socket.getOutputStream().write(startup());
      socket.getOutputStream().write(slow);
      socket.getOutputStream().write(great);
      socket.getOutputStream().write(terminate);
      socket.shutdownOutput();
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(all).contains("8000000").endsWith("Z\0\0\0\005I");
    }
  }

  private static byte[] query(String text) {
    byte[] bytes = (text + "\0").getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(5 + bytes.length)
        .put((byte) 'Q')
        .putInt(4 + bytes.length)
        .put(bytes)
        .array();
  }

  @Test
  void by_unix_sockets(@TempDir Path directory) throws Exception {
    try (PgRelay relay = PgRelay.start(toServer().withSocketDirectory(directory));
        PgRelay second =
            PgRelay.start(
                PgRelayOptions.to("postgres:///?host=" + directory + "&port=" + relay.port())
                    .withSocketDirectory(directory));
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(directory.resolve(".s.PGSQL." + second.port())));
      channel.write(ByteBuffer.wrap(startup()));
      ByteBuffer answer = ByteBuffer.allocate(1);
      channel.read(answer);
      assertThat(answer.get(0)).isEqualTo((byte) 'R');
    }
  }

  private static byte[] startup() {
    byte[] user = "user\0postgres\0\0".getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(8 + user.length)
        .putInt(8 + user.length)
        .putInt(3 << 16)
        .put(user)
        .array();
  }
}
