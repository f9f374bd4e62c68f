package io.pgdouble.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.datadir.FreshCluster;
import io.pgdouble.reference.EscapedLines;
import io.pgdouble.reference.ReferencePrograms;
import io.pgdouble.reference.ReferencePrograms.Answer;
import io.pgdouble.reference.SharedReference;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same configuration files under {@code postgres -C} of PostgreSQL and of the double: the same
 * value or the same complaints, line by line, and the same exit status.
 */
class ConfigurationFilesAgreeWithTheReferenceTest {
  private static final long SEED = 20261126;

  private static ReferencePrograms reference;

  @TempDir private static Path ours;

  @BeforeAll
  static void makeDirectories() throws IOException {
    reference = new ReferencePrograms();
    reference.run("initdb", List.of("-D", "data", "-U", "postgres", "-N"));
    Path data = Files.createDirectory(ours.resolve("data"));
    FreshCluster.make(data);
  }

  @AfterAll
  static void removeDirectories() {
    reference.close();
  }

  private static void write(String name, String text) throws IOException {
    for (Path root : List.of(ours, reference.folder())) {
      Path file = root.resolve("data").resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text, StandardCharsets.UTF_8);
    }
  }

  private static Answer ours(List<String> arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> placed = new ArrayList<>();
    arguments.forEach(
        word -> placed.add(word.replaceAll("(^|-D|=)data(?=$|/)", "$1" + ours.resolve("data"))));
    int status =
        Postgres.run(
            new ProgramCall(
                reference.bin().resolve("postgres").toString(),
                placed,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)));
    return new Answer(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Without times and pids, and with the two roots alike. */
  private static Answer plain(Answer answer, Path root) {
    String err =
        answer
            .err()
            .replaceAll(
                "(?m)^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3} \\w+ \\[\\d+\\] ", "")
            .replace(root.toString(), "ROOT");
    return new Answer(answer.status(), answer.out().replace(root.toString(), "ROOT"), err);
  }

  private static void agree(String... arguments) {
    List<String> words = List.of(arguments);
    assertThat(plain(ours(words), ours))
        .as("%s", words)
        .isEqualTo(plain(reference.run("postgres", words), reference.folder()));
  }

  private static void agreeOn(String text) throws IOException {
    write("postgresql.conf", text);
    write("postgresql.auto.conf", "");
    agree("-C", "work_mem", "-D", "data");
  }

  static List<String> files() throws IOException {
    Path cases = Path.of("src/test/resources/io/pgdouble/cli/configuration-files.txt");
    return EscapedLines.of(cases, "# ");
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_configuration_file_gives_the_same_value_or_the_same_complaints(String text)
      throws IOException {
    write("more.conf", "work_mem = 9MB\n");
    write("self.conf", "work_mem = 1MB\ninclude './deeper/../self.conf'\n");
    write("deep.conf", "include 'sub/deep.conf'\n");
    write("sub/deep.conf", "include '../deep.conf'\n");
    write("bad.conf", "work_mem = 1MB\n!!\nwork_mem = 2MB !\n");
    write("conf.d/b.conf", "work_mem = 11MB\n");
    write("conf.d/a.conf", "work_mem = 12MB\n");
    write("conf.d/.c.conf", "work_mem = 13MB\n");
    write("conf.d/d.txt", "work_mem = 14MB\n");
    write("conf.d/.conf", "work_mem = 15MB\n");
    agreeOn(text);
  }

  @Test
  void a_file_with_a_hundred_errors_is_abandoned() throws IOException {
    agreeOn("!\n".repeat(120));
  }

  @Test
  void the_file_of_alter_system_comes_last() throws IOException {
    agreeOn("work_mem = 2MB\n");
    write("postgresql.auto.conf", "work_mem = '3MB'\n");
    agree("-C", "work_mem", "-D", "data");
    write("postgresql.auto.conf", "work_mem = \n");
    agree("-C", "work_mem", "-D", "data");
    write("postgresql.auto.conf", "work_mem = 'bad'\n");
    agree("-C", "work_mem", "-D", "data");
    write("postgresql.auto.conf", "nosuch = 'bad'\n");
    agree("-C", "work_mem", "-D", "data");
    Files.delete(ours.resolve("data/postgresql.auto.conf"));
    Files.delete(reference.folder().resolve("data/postgresql.auto.conf"));
    agree("-C", "work_mem", "-D", "data");
  }

  @Test
  void the_command_line_outweighs_the_files() throws IOException {
    agreeOn("work_mem = 2MB\nport = 5\nlog_min_messages = error\nlisten_addresses = ''\n");
    agree("-C", "work_mem", "-D", "data", "-c", "work_mem=7MB");
    agree("-C", "work_mem", "-D", "data", "-S", "7MB", "--work-mem=8MB");
    agree("-C", "port", "-D", "data", "-p", "77");
    agree("-C", "listen_addresses", "-D", "data", "-i");
    agree("-C", "listen_addresses", "-D", "data", "-h", "a,b");
    agree("-C", "log_min_messages", "-D", "data", "-d", "2");
    agree("-Ddata", "-Cenable_seqscan", "-fs", "-F");
    agree("-C", "log_parser_stats", "-t", "pa", "-D", "data");
  }

  @Test
  void every_setting_is_shown_as_postgresql_shows_it() throws IOException, SQLException {
    agreeOn("work_mem = 2MB\nmax_connections = 50\nTimeZone = 'Asia/Kolkata'\n");
    List<String> names = new ArrayList<>(List.of("role", "session_authorization", "seed"));
    try (Connection session = SharedReference.connect();
        Statement statement = session.createStatement();
        ResultSet rows = statement.executeQuery("SELECT name FROM pg_settings")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    List<String> different = new ArrayList<>();
    for (String name : names) {
      List<String> words = List.of("-C", name, "-D", "data");
      Answer found = plain(ours(words), ours);
      Answer expected = plain(reference.run("postgres", words), reference.folder());
      boolean refused =
          found.err().contains("pgdouble does not simulate the size of shared memory");
      if (!found.equals(expected) && !refused) {
        different.add(name + ": " + found + " and not " + expected);
      }
    }
    assertThat(different).isEmpty();
    assertThat(names).hasSizeGreaterThan(350);
  }

  @Test
  void every_setting_is_described_as_postgresql_describes_it() {
    agree("--describe-config");
  }

  @Test
  void a_command_line_that_makes_no_sense_is_refused() throws IOException {
    agreeOn("work_mem = 2MB\n");
    agree("-x");
    agree("-D");
    agree("-D", "data/nosuch");
    agree("-D", "data", "word");
    agree("--foo");
    agree("--foo=1", "-D", "data");
    agree("-c", "foo", "-D", "data");
    agree("-c", "work_mem=zz", "-D", "data");
    agree("-C", "nosuch", "-D", "data");
    agree("-C", "config_file", "-D", "data");
    agree("-C", "hba_file", "-D", "data");
    agree("-C", "data_directory", "-D", "data");
    agree("-f", "z", "-D", "data");
    agree("-t", "z", "-D", "data");
    agree("-C", "my.own", "-c", "my.own=1", "-D", "data");
    agree("-C", "config_file", "-c", "config_file=data/postgresql.conf");
    agree("-C");
  }

  /** Words that mean something somewhere, put together at random. */
  private static final List<String> WORDS =
      List.of(
          "work_mem",
          " ",
          " ",
          "=",
          "'3MB'",
          "3MB",
          "\n",
          "\n",
          "#",
          "'",
          "\\",
          "''",
          "port",
          "include",
          "'more.conf'",
          "0x1F",
          "-1",
          "+2.5e3",
          ".",
          "a.b",
          "a.b.c",
          "on",
          "\t",
          "é",
          "9x",
          "_",
          "x-y",
          ":/",
          "%",
          "\"",
          "''''",
          "\\047",
          "log_statement",
          "all",
          "work_mem=");

  @Test
  void a_hundred_and_fifty_random_files_give_the_same() throws IOException {
    write("more.conf", "work_mem = 9MB\n");
    Random random = new Random(SEED);
    for (int i = 0; i < 150; i++) {
      StringBuilder text = new StringBuilder();
      for (int words = random.nextInt(14); words >= 0; words--) {
        text.append(WORDS.get(random.nextInt(WORDS.size())));
      }
      agreeOn(text.toString());
    }
  }
}
