package io.pgdouble.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.PgDouble;
import io.pgdouble.PgDoubleOptions;
import io.pgdouble.reference.Reference;
import io.pgdouble.reference.SharedReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same pg_hba.conf on PostgreSQL and on the double lets in, or turns away, the same users. */
class ClientAuthenticationAgreesWithTheReferenceTest {
  /** How long a postmaster may take to read its files again. */
  private static final long RELOAD_MILLIS = 150;

  private static final String EVERYBODY = "host all all all trust\n";
  private static final List<String> USERS = List.of("postgres", "app", "boss", "nosuch");
  private static final List<String> DATABASES =
      List.of("postgres", "template1", "app", "grp", "nosuch");

  /** Of two roles, the one that is a superuser is a member of nothing. */
  private static final List<String> ROLES =
      List.of(
          "CREATE ROLE boss SUPERUSER LOGIN",
          "CREATE ROLE between",
          "CREATE ROLE grp ROLE between",
          "GRANT between TO app",
          "CREATE DATABASE grp");

  @TempDir private static Path folder;
  private static Reference reference;
  private static PgDouble ours;

  @BeforeAll
  static void startServers() throws IOException, SQLException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path file = Files.writeString(folder.resolve("hba.conf"), EVERYBODY);
    reference =
        SharedReference.get()
            .starter()
            .orElseThrow()
            .start(Map.of("hba_file", file.toString()), List.of("app"));
    ours =
        PgDouble.start(
            PgDoubleOptions.defaults().withRole("app").withSetting("hba_file", file.toString()));
    makeRoles();
  }

  private static void makeRoles() throws SQLException {
    for (int port : new int[] {ours.port(), reference.port()}) {
      String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
      try (Connection connection = DriverManager.getConnection(url, "postgres", "");
          Statement statement = connection.createStatement()) {
        for (String text : ROLES) {
          statement.execute(text);
        }
      }
    }
  }

  @AfterAll
  static void stopServers() {
    ours.close();
    reference.close();
  }

  /** What a user who connects is told: nothing where he is let in. */
  private static String answer(int port, String user, String database) {
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?sslmode=disable";
    try (Connection connection = DriverManager.getConnection(url, user, "secret")) {
      return connection.isValid(1) ? "" : "invalid";
    } catch (SQLException e) {
      return e.getSQLState() + " " + e.getMessage();
    }
  }

  private static void use(String text) throws IOException, SQLException, InterruptedException {
    String url = "jdbc:postgresql://127.0.0.1:" + reference.port() + "/postgres";
    Path file = folder.resolve("hba.conf");
    Files.writeString(file, EVERYBODY);
    ours.reload();
    reload(url);
    try (Connection connection = DriverManager.getConnection(url, "postgres", "");
        Statement statement = connection.createStatement()) {
      Files.writeString(file, text);
      statement.execute("SELECT pg_reload_conf()");
    }
    ours.reload();
    Thread.sleep(RELOAD_MILLIS);
  }

  /** Lets the superuser in again, whatever the last file said. */
  private static void reload(String url) throws SQLException, InterruptedException {
    ProcessHandle.of(reference.postmasterPid().orElseThrow())
        .ifPresent(postmaster -> hangUp(postmaster.pid()));
    Thread.sleep(RELOAD_MILLIS);
    DriverManager.getConnection(url, "postgres", "").close();
  }

  private static void hangUp(long pid) {
    try {
      new ProcessBuilder("kill", "-HUP", Long.toString(pid)).start().waitFor();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "host all all 127.0.0.1/32 trust\n",
        "local all all trust\n",
        "host all app all reject\nhost all all all trust\n",
        "host postgres all all trust\n",
        "host sameuser all all trust\nhost all postgres samehost trust\n",
        "host samerole all all reject\nhost all +app all trust\nhost all \"+postgres\" all trust\n",
        "host all +grp all trust\nhost samerole boss all trust\n",
        "host samerole all all trust\nhost postgres +boss all trust\n",
        "host all +nosuch,+between all trust\n",
        "host \"all\" all all reject\nhost \"sameuser\" all all reject\nhost replication all all"
            + " reject\nhost all all all trust\n",
        "host /^temp all all reject\nhost all /os,/^a$ all trust\n",
        "host all all 127.0.0.0 255.255.255.0 trust\n",
        "host all all 127.0.0.1/0 reject\n",
        "host all all 127.0.1.1/24 trust\n",
        "host all all ::1/0 trust\n",
        "host all all localhost trust\n",
        "host all all .nowhere trust\n",
        "host all all samenet trust\n",
        "hostssl all all all trust\nhostnossl all app all reject\nhostnogssenc all all all trust\n",
        "host all all all reject\nnonsense\n",
        "host all \"\" all trust\nhost \"\" all all trust\n",
        "include @x\n",
        "host all,\"nosuch\" postgres,nosuch all trust\n"
      })
  void the_same_users_are_let_in_or_turned_away(String text)
      throws IOException, SQLException, InterruptedException {
    use(text);
    for (String user : USERS) {
      for (String database : DATABASES) {
        assertThat(answer(ours.port(), user, database))
            .as("%s to %s under %s", user, database, text)
            .isEqualTo(answer(reference.port(), user, database));
      }
    }
  }
}
