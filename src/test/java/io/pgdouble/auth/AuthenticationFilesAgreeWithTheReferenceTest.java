package io.pgdouble.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.backend.EngineExpressions;
import io.pgdouble.datadir.DirectoryFiles;
import io.pgdouble.error.ReportedError;
import io.pgdouble.facts.Facts;
import io.pgdouble.reference.EscapedLines;
import io.pgdouble.reference.Reference;
import io.pgdouble.reference.SharedReference;
import io.pgdouble.settings.ServerSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same authentication files in {@code pg_hba_file_rules} and {@code pg_ident_file_mappings} of
 * PostgreSQL and as the double reads them: the same records and the same errors.
 */
class AuthenticationFilesAgreeWithTheReferenceTest {
  private static final long SEED = 20261126;

  private static final List<String> HBA_COLUMNS =
      List.of(
          "rule_number",
          "file_name",
          "line_number",
          "type",
          "database",
          "user_name",
          "address",
          "netmask",
          "auth_method",
          "options",
          "error");

  private static final List<String> IDENT_COLUMNS =
      List.of(
          "map_number", "file_name", "line_number", "map_name", "sys_name", "pg_username", "error");

  @TempDir private static Path folder;
  private static Reference reference;
  private static Connection connection;
  private static ServerSettings settings;

  @BeforeAll
  static void startServer() throws IOException, SQLException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    write("more.conf", "local more more trust\n");
    write("bad.conf", "local bad\nlocal bad bad reject\nworse\n");
    write("self.conf", "include self.conf\n");
    write("self.txt", "a @self.txt\n");
    write("names.txt", "a, b\nc \"d e\" # f\n");
    write("badnames.txt", "a @nosuch\n");
    write("method.txt", "trust\n");
    write("one.txt", "one\n");
    write("more-ident.conf", "m sys user\nx\n");
    write("hba.d/b.conf", "local b b trust\n");
    write("hba.d/a.conf", "local a a trust\n");
    write("hba.d/.c.conf", "local c c trust\n");
    write("hba.d/d.txt", "local d d trust\n");
    write("empty.d/.keep", "");
    write("hba.conf", "local all all trust\nhost all all 127.0.0.1/32 trust\n");
    write("ident.conf", "");
    Map<String, String> files =
        Map.of(
            "hba_file", folder.resolve("hba.conf").toString(),
            "ident_file", folder.resolve("ident.conf").toString());
    settings = ServerSettings.of(Facts.of(16), files);
    reference = SharedReference.get().starter().orElseThrow().start(files, List.of());
    connection =
        DriverManager.getConnection(
            "jdbc:postgresql://" + reference.host() + ":" + reference.port() + "/postgres",
            reference.user(),
            "");
  }

  @AfterAll
  static void stopServer() throws SQLException {
    connection.close();
    reference.close();
  }

  private static void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  static List<String> cases(String name) throws IOException {
    return EscapedLines.of(Path.of("src/test/resources/io/pgdouble/auth").resolve(name), "# T");
  }

  static List<String> hbaFiles() throws IOException {
    return cases("hba-files.txt");
  }

  static List<String> identFiles() throws IOException {
    return cases("ident-files.txt");
  }

  private static List<Map<String, Object>> theirs(String view) throws SQLException {
    List<Map<String, Object>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT * FROM " + view)) {
      while (found.next()) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.put(found.getMetaData().getColumnName(i), plain(found.getObject(i)));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static Object plain(Object value) throws SQLException {
    return value instanceof Array array ? Arrays.asList((Object[]) array.getArray()) : value;
  }

  private static List<Map<String, Object>> inOrder(
      List<Map<String, Object>> rows, List<String> columns) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      Map<String, Object> ordered = new LinkedHashMap<>();
      columns.forEach(column -> ordered.put(column, row.get(column)));
      all.add(ordered);
    }
    return all;
  }

  private static void agreeOnHba(String text) throws IOException, SQLException {
    write("hba.conf", text);
    List<Map<String, Object>> ours =
        AuthFileRows.hba(new DirectoryFiles(), settings, new EngineExpressions());
    assertThat(inOrder(ours, HBA_COLUMNS)).as(text).isEqualTo(theirs("pg_hba_file_rules"));
  }

  @ParameterizedTest
  @MethodSource("hbaFiles")
  void a_file_of_hba_records_is_read_alike(String text) throws IOException, SQLException {
    agreeOnHba(text);
  }

  @ParameterizedTest
  @MethodSource("identFiles")
  void a_file_of_user_name_maps_is_read_alike(String text) throws IOException, SQLException {
    write("ident.conf", text);
    List<Map<String, Object>> ours =
        AuthFileRows.ident(new DirectoryFiles(), settings, new EngineExpressions());
    assertThat(inOrder(ours, IDENT_COLUMNS)).as(text).isEqualTo(theirs("pg_ident_file_mappings"));
  }

  /** Words that mean something somewhere, put together at random. */
  private static final List<String> WORDS =
      List.of(
          "local",
          "host",
          "hostssl",
          "all",
          "all",
          "trust",
          "reject",
          "md5",
          "127.0.0.1/8",
          "::1",
          " ",
          " ",
          " ",
          " ",
          "\n",
          "\n",
          ",",
          "\"",
          "\"\"",
          "#",
          "\\\n",
          "@names.txt",
          "include",
          "more.conf",
          "map=x",
          "=",
          "/a",
          "+",
          "\t",
          "samehost",
          "1.2.3.4",
          "/",
          "peer");

  @Test
  void three_hundred_random_files_are_read_alike() throws IOException, SQLException {
    Random random = new Random(SEED);
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      for (int words = random.nextInt(24); words >= 0; words--) {
        text.append(WORDS.get(random.nextInt(WORDS.size())));
      }
      agreeOnHba(text.toString());
    }
  }

  @Test
  void a_file_that_is_not_there_is_an_error() throws IOException {
    Files.delete(folder.resolve("hba.conf"));
    assertThat(errorOfTheirs()).isEqualTo(errorOfOurs());
  }

  private static String errorOfOurs() {
    try {
      AuthFileRows.hba(new DirectoryFiles(), settings, new EngineExpressions());
      return "none";
    } catch (ReportedError e) {
      return e.report().code() + " " + e.report().message();
    }
  }

  private static String errorOfTheirs() {
    try {
      return theirs("pg_hba_file_rules").toString();
    } catch (SQLException e) {
      return e.getSQLState() + " " + e.getMessage().replaceFirst("^ERROR: ", "");
    }
  }
}
