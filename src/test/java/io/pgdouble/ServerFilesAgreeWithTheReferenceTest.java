package io.pgdouble;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.datadir.FreshCluster;
import io.pgdouble.reference.Reference;
import io.pgdouble.reference.SharedReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same files in two data directories, and beside them, read by PostgreSQL and the double. */
class ServerFilesAgreeWithTheReferenceTest {
  private static final FileTime THEN = FileTime.from(Instant.parse("2001-02-03T04:05:06.789Z"));

  /** The first argument of a path is the data directory, the second one that is elsewhere. */
  private static final List<String> PATHS =
      List.of(
          "tree",
          "tree/text",
          "tree/empty",
          "tree/utf8",
          "tree/latin1",
          "tree/zero",
          "tree/cut",
          "tree/large",
          "tree/sub",
          "tree/sub/inner",
          "tree/sub/../text",
          "tree/sub/inner/x",
          "tree/none",
          "tree/none/x",
          "tree/.hidden",
          "tree/link",
          "tree/linked",
          "tree/up",
          "tree/dangling",
          "tree/loop",
          "tree/outside",
          "tree/outside/inner",
          "tree/" + "n".repeat(255),
          "tree/" + "n".repeat(256),
          "n/".repeat(2100) + "n",
          "%1$s",
          "%1$s/tree/text",
          "%1$s/tree/../tree/none",
          "%1$s.none",
          "%2$s",
          "%2$s/inner",
          "%2$s/none",
          "%2$s/./none/..//inner",
          "/nosuch",
          "//",
          ".",
          "");

  private static final List<String> QUERIES =
      List.of(
          "pg_read_file(P)",
          "pg_read_file(P, true)",
          "pg_read_file(P, 2, 3)",
          "pg_read_file(P, -3, 100, true)",
          "pg_read_file(P, 0, 0)",
          "pg_read_binary_file(P)",
          "pg_read_binary_file(P, 1, 2, true)",
          "pg_ls_dir(P)",
          "pg_ls_dir(P, true, true)",
          "(SELECT (size, modification, creation, isdir) FROM pg_stat_file(P) WHERE NOT isdir)",
          "(SELECT isdir FROM pg_stat_file(P, true))");

  @TempDir private static Path folder;
  private static Reference reference;
  private static PgDouble ours;
  private static Path outside;

  @BeforeAll
  static void startServers() throws IOException, SQLException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("inner"), "another file\n");
    reference = SharedReference.get().starter().orElseThrow().start(Map.of(), List.of());
    Path data = Files.createDirectory(folder.resolve("data"));
    FreshCluster.make(data);
    ours =
        PgDouble.start(PgDoubleOptions.defaults().withDataDirectory(data).withFiles(Path.of("/")));
    try (Connection there = theirs()) {
      plant(Path.of(value(there, "current_setting('data_directory')")));
    }
    plant(data);
  }

  @AfterAll
  static void stopServers() {
    ours.close();
    reference.close();
  }

  private static void plant(Path data) throws IOException {
    Path tree = Files.createDirectory(data.resolve("tree"));
    Path sub = Files.createDirectory(tree.resolve("sub"));
    write(tree.resolve("text"), "one\ntwo\n".getBytes(StandardCharsets.UTF_8));
    write(tree.resolve("empty"), new byte[0]);
    write(tree.resolve("utf8"), "äöü €".getBytes(StandardCharsets.UTF_8));
    write(tree.resolve("latin1"), "äöü".getBytes(StandardCharsets.ISO_8859_1));
    write(tree.resolve("zero"), new byte[] {'a', 0, 'b'});
    write(tree.resolve("cut"), new byte[] {'a', 'b', 'c', (byte) 0xE2, (byte) 0x82});
    write(tree.resolve("large"), "0123456789".repeat(20_000).getBytes(StandardCharsets.UTF_8));
    write(tree.resolve(".hidden"), new byte[] {'x'});
    write(sub.resolve("inner"), new byte[] {'i'});
    Files.createSymbolicLink(tree.resolve("link"), Path.of("text"));
    Files.createSymbolicLink(tree.resolve("linked"), Path.of("sub"));
    Files.createSymbolicLink(tree.resolve("up"), Path.of("../tree/linked/inner"));
    Files.createSymbolicLink(tree.resolve("dangling"), Path.of("none"));
    Files.createSymbolicLink(tree.resolve("loop"), Path.of("loop"));
    Files.createSymbolicLink(tree.resolve("outside"), outside);
    Files.setPosixFilePermissions(tree, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(sub, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Files.setLastModifiedTime(file, THEN);
  }

  private static Connection theirs() throws SQLException {
    return connect(
        "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres".formatted(reference.port()));
  }

  private static Connection connect(String url) throws SQLException {
    return DriverManager.getConnection(url + "&preferQueryMode=simple");
  }

  private static String value(Connection connection, String expression) throws SQLException {
    return answers(connection, expression).get(0);
  }

  /** The values in order, since directories have none; or the error, without the directory. */
  private static List<String> answers(Connection connection, String expression)
      throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT " + expression + " AS v ORDER BY v")) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    } catch (SQLException e) {
      values.add(e.getSQLState() + " " + e.getMessage());
    }
    return values;
  }

  private static List<String> answers(Connection connection, String query, String path)
      throws SQLException {
    String data = value(connection, "current_setting('data_directory')");
    String literal = "'" + path.formatted(data, outside) + "'";
    return answers(connection, query.replace("P", literal)).stream()
        .map(text -> text == null ? "null" : text.replace(data, "DATA"))
        .toList();
  }

  @Test
  void files_are_read_listed_and_looked_at_as_postgresql_does() throws SQLException {
    List<String> different = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    try (Connection here = connect(ours.jdbcUrl());
        Connection there = theirs()) {
      for (String path : PATHS) {
        for (String query : QUERIES) {
          List<String> expected = answers(there, query, path);
          List<String> found = answers(here, query, path);
          String both = query + " of " + path + ": " + found + " and not " + expected;
          boolean isRefused = found.toString().contains("pgdouble does not simulate");
          (isRefused ? refused : different)
              .addAll(found.equals(expected) ? List.of() : List.of(both));
        }
      }
    }
    assertThat(different).isEmpty();
    assertThat(refused).as("places in directories").hasSizeLessThan(10);
  }
}
