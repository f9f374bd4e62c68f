package io.pgdouble.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.PgDouble;
import io.pgdouble.PgDoubleOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is said when one logs in: nobody gets in who knows no password, and the server stays.
 */
class LoginFuzzTest {
  private static final int CONVERSATIONS = Integer.getInteger("pgdouble.fuzz", 1000);
  private static final long SEED = Long.getLong("pgdouble.fuzz.seed", 20261127);

  /** AuthenticationOk. */
  private static final String LET_IN = "R\0\0\0\10\0\0\0\0";

  private static final List<String> FIRST =
      List.of(
          "n,,n=,r=abcdef",
          "y,,n=,r=abcdef",
          "p=tls-server-end-point,,n=,r=abcdef",
          "n,,n=,r=",
          "n,a=x,n=,r=abc");

  private final Random random = new Random(SEED);

  @Test
  @Timeout(value = 2, unit = TimeUnit.HOURS)
  void nobody_gets_in_and_nothing_breaks(@TempDir Path folder) throws Exception {
    Path rules =
        Files.writeString(
            folder.resolve("pg_hba.conf"),
            "host all postgres all trust\nhost all clear all password\nhost all hash all md5\n"
                + "host all all all scram-sha-256\n");
    PgDoubleOptions options =
        PgDoubleOptions.defaults().withTls().withSetting("hba_file", rules.toString());
    try (PgDouble server = PgDouble.start(options)) {
      for (int i = 0; i < CONVERSATIONS; i++) {
        assertThat(answer(server.port())).as("%d of seed %d", i, SEED).doesNotContain(LET_IN);
      }
      for (int i = 0; i < 500 && isServing(server); i++) {
        Thread.sleep(20);
      }
      assertThat(isServing(server)).isFalse();
      DriverManager.getConnection(server.jdbcUrl() + "&sslmode=require").close();
    }
  }

  private static boolean isServing(PgDouble server) {
    return server.postmaster().processes().stream()
        .anyMatch(process -> process.kind().backendType().equals("client backend"));
  }

  /** All that a server says to what is made up, until it closes or has waited long enough. */
  private String answer(int port) throws IOException {
    StringBuilder heard = new StringBuilder();
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(20);
      for (int i = 0; i < 4; i++) {
        socket.getOutputStream().write(words(i));
        listen(socket.getInputStream(), heard);
      }
    } catch (IOException e) {
      heard.append("end");
    }
    return heard.toString();
  }

  private static void listen(InputStream in, StringBuilder heard) throws IOException {
    try {
      byte[] bytes = new byte[2048];
      int count = in.read(bytes);
      if (count < 0) {
        throw new IOException("the end");
      }
      heard.append(new String(bytes, 0, count, StandardCharsets.ISO_8859_1));
    } catch (SocketTimeoutException e) {
      heard.append('.');
    }
  }

  private byte[] words(int turn) {
    String text = turn == 0 ? opening() : answer();
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    for (int changes = random.nextInt(3); changes > 0 && bytes.length > 0; changes--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  /** Of roles that are not there. */
  private String opening() {
    String user = List.of("clear", "hash", "nobody").get(random.nextInt(3));
    String names = "user\0" + user + "\0database\0postgres\0\0";
    String startup = number(names.length() + 8) + number(3 << 16) + names;
    return switch (random.nextInt(6)) {
      case 0 -> number(8) + number(80877103);
      case 1 -> number(8) + number(80877104) + startup;
      default -> startup;
    };
  }

  private String answer() {
    String first = FIRST.get(random.nextInt(FIRST.size()));
    return switch (random.nextInt(5)) {
      case 0 -> message("secret\0");
      case 1 -> message("md5" + "0".repeat(32) + "\0");
      case 2 -> message("SCRAM-SHA-256\0" + number(first.length()) + first);
      case 3 -> message("SCRAM-SHA-256-PLUS\0" + number(first.length()) + first);
      default -> message("c=biws,r=abcdef,p=" + "A".repeat(43) + "=");
    };
  }

  private static String message(String body) {
    return "p" + number(body.length() + 4) + body;
  }

  private static String number(int number) {
    byte[] bytes = ByteBuffer.allocate(4).putInt(number).array();
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
