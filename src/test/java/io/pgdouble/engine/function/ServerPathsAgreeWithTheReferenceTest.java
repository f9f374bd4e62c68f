package io.pgdouble.engine.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.error.ReportedError;
import io.pgdouble.reference.Reference;
import io.pgdouble.reference.SharedReference;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Which paths a role may read that was granted EXECUTE on {@code pg_stat_file} and nothing else,
 * and how PostgreSQL spells them when there is no such file.
 */
class ServerPathsAgreeWithTheReferenceTest {
  private static final long SEED = 20261126;
  private static final int PATHS = 2000;
  private static final List<String> NAMES =
      List.of("..", ".", "", "a", "...", ".b", "data", "base", "log");

  private static String path(Random random, String data, String log) {
    StringBuilder path =
        new StringBuilder(
            List.of("", "", "/", data, data + "/", log, log + "x").get(random.nextInt(7)));
    int names = random.nextInt(7);
    for (int i = 0; i < names; i++) {
      path.append(NAMES.get(random.nextInt(NAMES.size())))
          .append(random.nextInt(9) == 0 ? "" : "/");
    }
    return path.toString();
  }

  /** What PostgreSQL would say of a path, if there is no such file. */
  private static String ours(String path, String data, String log) {
    String canonical = ServerPaths.canonical(path, 16);
    try {
      ServerPaths.check(canonical, Optional.of(data), log);
      return "ERROR: could not stat file \"" + canonical + "\": No such file or directory";
    } catch (ReportedError e) {
      return "ERROR: " + e.report().message();
    }
  }

  private static String theirs(Statement statement, String path) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery("SELECT isdir FROM pg_stat_file('" + path + "')")) {
      return "there";
    } catch (SQLException e) {
      return e.getMessage();
    }
  }

  @Test
  void the_same_paths_are_allowed_and_spelled_the_same() throws SQLException {
    Map<String, String> settings = Map.of("log_directory", "/nosuch/./log/");
    try (Reference server =
            SharedReference.get().starter().orElseThrow().start(settings, List.of("app"));
        Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres&preferQueryMode=simple"
                    .formatted(server.port()));
        Statement statement = connection.createStatement()) {
      String data = server.dataDirectory().orElseThrow().toString();
      statement.execute("GRANT EXECUTE ON FUNCTION pg_stat_file(text) TO app; SET ROLE app");
      Random random = new Random(SEED);
      int missing = 0;
      for (int i = 0; i < PATHS; i++) {
        String path = path(random, data, "/nosuch/log");
        String theirs = theirs(statement, path);
        if (!theirs.equals("there")) {
          missing++;
          assertThat(ours(path, data, "/nosuch/log"))
              .as("%s, seed %d", path, SEED)
              .isEqualTo(theirs);
        }
      }
      assertThat(missing).isGreaterThan(PATHS / 2);
    }
  }
}
