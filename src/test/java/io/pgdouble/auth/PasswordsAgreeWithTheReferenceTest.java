package io.pgdouble.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.PgDouble;
import io.pgdouble.PgDoubleOptions;
import io.pgdouble.password.ScramSecret;
import io.pgdouble.reference.Reference;
import io.pgdouble.reference.SharedReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is asked for a password is asked, let in and turned away as by PostgreSQL. */
class PasswordsAgreeWithTheReferenceTest {
  private static final List<String> METHODS = List.of("password", "md5", "scram-sha-256");
  private static final List<String> KINDS = List.of("md5", "scram", "none", "expired", "nosuch");
  private static final String TYPED = "s\u00e9cr\u00e8t \ufb01";

  @TempDir private static Path folder;
  private static Reference reference;
  private static PgDouble ours;

  @BeforeAll
  static void startServers() throws IOException, SQLException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    StringBuilder rules = new StringBuilder("host all postgres all trust\n");
    List<String> roles = new ArrayList<>();
    for (String method : METHODS) {
      String users = String.join(",", KINDS.stream().map(kind -> user(method, kind)).toList());
      rules.append("host all ").append(users).append(" all ").append(method).append('\n');
      roles.add("SET password_encryption = 'md5'");
      roles.add(role(method, "md5", "PASSWORD 'secret'"));
      roles.add("SET password_encryption = 'scram-sha-256'");
      roles.add(role(method, "scram", "PASSWORD '" + TYPED + "'"));
      roles.add(role(method, "none", ""));
      roles.add(role(method, "expired", "PASSWORD 'secret' VALID UNTIL '2020-01-01'"));
    }
    Path file = Files.writeString(folder.resolve("hba.conf"), rules.toString());
    Map<String, String> settings = Map.of("hba_file", file.toString());
    reference = SharedReference.get().starter().orElseThrow().start(settings, List.of());
    ours = PgDouble.start(PgDoubleOptions.defaults().withSetting("hba_file", file.toString()));
    for (int port : List.of(reference.port(), ours.port())) {
      execute(port, roles);
    }
  }

  private static String user(String method, String kind) {
    return (method + "_" + kind).replace('-', '_');
  }

  private static String role(String method, String kind, String options) {
    return "CREATE ROLE " + user(method, kind) + " LOGIN " + options;
  }

  private static void execute(int port, List<String> statements) throws SQLException {
    try (Connection connection = connect(port, "postgres", "");
        Statement statement = connection.createStatement()) {
      for (String text : statements) {
        statement.execute(text);
      }
    }
  }

  private static Connection connect(int port, String user, String password) throws SQLException {
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?sslmode=disable";
    return DriverManager.getConnection(url, user, password);
  }

  @AfterAll
  static void stopServers() {
    ours.close();
    reference.close();
  }

  /** Who it is for the server, or what a driver makes of the refusal. */
  private static String answer(int port, String user, String password) {
    try (Connection connection = connect(port, user, password);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT system_user")) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      return e.getSQLState() + " " + e.getMessage();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret", TYPED, "s\u00e9cr\u00e8t fi", "wrong", "SECRET"})
  void a_password_opens_the_same_doors(String password) {
    for (String method : METHODS) {
      for (String kind : KINDS) {
        String user = user(method, kind);
        assertThat(answer(ours.port(), user, password))
            .as("%s with %s", user, password)
            .isEqualTo(answer(reference.port(), user, password));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(OddAnswer.class)
  void what_is_no_answer_is_told_the_same(OddAnswer odd) {
    for (String user : odd.users()) {
      assertThat(odd.conversation(ours.port(), user))
          .as("%s says %s", user, odd)
          .isEqualTo(odd.conversation(reference.port(), user));
    }
  }

  @Test
  void passwords_are_prepared_as_the_server_prepares_them() throws SQLException {
    Random random = new Random(20261127);
    try (Connection connection = connect(reference.port(), "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute("SET scram_iterations = 1");
      statement.execute("CREATE ROLE prepared");
      for (int i = 0; i < 2000; i++) {
        String password = password(random);
        statement.execute("ALTER ROLE prepared PASSWORD '" + password + "'");
        assertThat(secret(statement).isOf(password.getBytes(StandardCharsets.UTF_8)))
            .as(password.codePoints().mapToObj(Integer::toHexString).toList().toString())
            .isTrue();
      }
      statement.execute("DROP ROLE prepared");
    }
  }

  private static ScramSecret secret(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("SELECT rolpassword FROM pg_authid WHERE rolname = 'prepared'")) {
      row.next();
      return ScramSecret.parse(row.getString(1)).orElseThrow();
    }
  }

  /** Some characters of the planes that RFC 3454 speaks of: letters, spaces, controls, Arabic. */
  private static String password(Random random) {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(4);
    while (text.codePointCount(0, text.length()) < length) {
      int code = random.nextInt(10) == 0 ? random.nextInt(0x11_0000) : random.nextInt(0x3100);
      boolean fit = code > 0 && code != '\'' && (code < 0xd800 || code > 0xdfff);
      if (fit) {
        text.appendCodePoint(code);
      }
    }
    return text.toString();
  }
}
