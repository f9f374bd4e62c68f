package io.pgdouble;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.datadir.FreshCluster;
import io.pgdouble.reference.Reference;
import io.pgdouble.reference.SharedReference;
import java.io.IOException;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** COPY with files of the server: the same statements, and what is in the files afterwards. */
class CopiedFilesAgreeWithTheReferenceTest {
  /** {@code %1$s} is a directory of the machine, {@code %2$s} the data directory. */
  private static final List<String> STATEMENTS =
      List.of(
          "copy t from '%1$s/text'",
          "copy t from '%1$s/sub/../text'",
          "copy t from '%1$s/link'",
          "copy t from '%1$s/empty'",
          "copy t from '%1$s/cut'",
          "copy t from '%1$s/zero'",
          "copy t from '%1$s/latin1'",
          "copy t from '%1$s/marker'",
          "copy t from '%1$s/large'",
          "copy t (b) from '%1$s/text' (format csv)",
          "copy t from '%1$s/csv' (format csv, header)",
          "copy t from '%1$s/none'",
          "copy t from '%1$s/none/x'",
          "copy t from '%1$s/text/x'",
          "copy t from '%1$s/sub'",
          "copy t from '%1$s/dangling'",
          "copy t from '%1$s/loop'",
          "copy t from '%1$s'",
          "copy t from '/'",
          "copy t from ''",
          "copy t from 'PG_VERSION'",
          "copy t from 'nosuch'",
          "copy t from '.'",
          "copy t from '%2$s/PG_VERSION'",
          "copy t from '%2$s/nosuch'",
          "copy nosuch from '%1$s/none'",
          "copy t (nosuch) from '%1$s/none'",
          "copy t from '%1$s/none' (format nosuch)",
          "copy t from '%1$s/none' (freeze)",
          "copy t from '%1$s/text' (freeze)",
          "begin read only~copy t from '%1$s/none'~rollback",
          "copy t to '%1$s/out'",
          "copy (select 1, null, 'ä') to '%1$s/out' (format csv, header)",
          "copy (select 1 where false) to '%1$s/out'",
          "copy (select 'x') to '%1$s/text'",
          "copy (select 'x') to '%1$s/./sub/../out'",
          "copy (select 'x') to '%1$s/link'",
          "copy (select 'x') to '%1$s/dangling'",
          "copy (select 'x') to '%1$s/loop'",
          "copy (select 'x') to '%1$s/sub'",
          "copy (select 'x') to '%1$s/none/x'",
          "copy (select 'x') to '%1$s/text/x'",
          "copy (select 'x') to '%1$s/closed/x'",
          "copy (select 'x') to 'out'",
          "copy (select nosuch) to 'out'",
          "copy (select 1/0) to 'out'",
          "copy (select 'x') to ''",
          "copy (select 1 / (3 - g) from generate_series(1, 5) g) to '%1$s/out'",
          "copy (select repeat('x', 100000)) to '%1$s/out'",
          "copy (select 'x') to '%2$s/out'~copy t from 'out'",
          "begin read only~copy (select 'x') to '%1$s/out'~rollback",
          "begin~copy (select 'x') to '%1$s/out'~rollback",
          "do $$begin copy (select 'x') to '%1$s/out'; copy t from '%1$s/out'; end$$",
          "do $$begin copy t from '%1$s/none'; end$$",
          "do $$begin execute 'copy t from ''%1$s/cut'''; end$$");

  @TempDir private static Path folder;
  private static Reference reference;
  private static PgDouble ours;
  private static Path files;

  @BeforeAll
  static void startServers() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    files = folder.resolve("files");
    reference = SharedReference.get().starter().orElseThrow().start(Map.of(), List.of());
    Path data = Files.createDirectory(folder.resolve("data"));
    FreshCluster.make(data);
    ours =
        PgDouble.start(PgDoubleOptions.defaults().withDataDirectory(data).withFiles(Path.of("/")));
  }

  @AfterAll
  static void stopServers() {
    ours.close();
    reference.close();
  }

  private static void plant() throws IOException {
    remove(files);
    makeDirectory(files, "rwxrwxrwx");
    makeDirectory(files.resolve("sub"), "rwxr-xr-x");
    write("text", "1\tone\n2\ttwo\n".getBytes(UTF_8));
    write("empty", new byte[0]);
    write("cut", "1\tone\n2".getBytes(UTF_8));
    write("zero", new byte[] {'1', '\t', 'a', 0, '\n'});
    write("latin1", "1\tone\n2\täöü\n".getBytes(ISO_8859_1));
    write("marker", "1\tone\n\\.\nnonsense\n".getBytes(UTF_8));
    write("large", "1\t0123456789\n".repeat(20_000).getBytes(UTF_8));
    write("csv", "a,b\r\n1,\"x, y\r\n\"\r\n2,\r\n".getBytes(UTF_8));
    Files.createSymbolicLink(files.resolve("link"), Path.of("text"));
    Files.createSymbolicLink(files.resolve("dangling"), Path.of("made"));
    Files.createSymbolicLink(files.resolve("loop"), Path.of("loop"));
  }

  private static void makeDirectory(Path directory, String permissions) throws IOException {
    Files.createDirectory(directory);
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(permissions));
  }

  private static void write(String name, byte[] bytes) throws IOException {
    Path file = Files.write(files.resolve(name), bytes);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
  }

  private static void remove(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> inside = Files.walk(directory)) {
        for (Path one : inside.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(one);
        }
      }
    }
  }

  private static Connection connect(String url) throws SQLException {
    return DriverManager.getConnection(url + "&preferQueryMode=simple");
  }

  private static Connection theirs() throws SQLException {
    return connect(
        "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres".formatted(reference.port()));
  }

  private static String value(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** What a script answers, what is in the table then, and in the files that COPY may write. */
  private static List<String> played(Connection connection, String script)
      throws SQLException, IOException {
    plant();
    List<String> found = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      String data = value(statement, "select current_setting('data_directory')");
      statement.execute("drop table if exists t; create table t (a int, b text)");
      for (String sql : script.formatted(files, data).split("~")) {
        found.add(answer(statement, sql).replace(data, "DATA"));
      }
      String rows = "select count(*) || ' ' || left(string_agg(t::text, ';'), 200) from t";
      found.add(value(statement, rows));
    }
    for (String name : List.of("out", "made", "text")) {
      found.add(name + ": " + state(files.resolve(name)));
    }
    return found;
  }

  private static String answer(Statement statement, String sql) {
    try {
      statement.execute(sql);
      return statement.getUpdateCount() + " copied";
    } catch (PSQLException e) {
      ServerErrorMessage told = e.getServerErrorMessage();
      return String.join(
          "|",
          String.valueOf(told.getSQLState()),
          String.valueOf(told.getMessage()),
          String.valueOf(told.getDetail()),
          String.valueOf(told.getHint()),
          String.valueOf(told.getWhere()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String state(Path file) throws IOException {
    return Files.exists(file)
        ? PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
            + " "
            + Files.readString(file)
        : "none";
  }

  @Test
  void files_are_copied_from_and_to_as_postgresql_does() throws SQLException, IOException {
    List<String> different = new ArrayList<>();
    try (Connection here = connect(ours.jdbcUrl());
        Connection there = theirs()) {
      for (String script : STATEMENTS) {
        List<String> expected = played(there, script);
        List<String> found = played(here, script);
        if (!found.equals(expected)) {
          different.add(script + "\n  " + found + "\n  and not\n  " + expected);
        }
      }
    }
    assertThat(different).isEmpty();
  }
}
