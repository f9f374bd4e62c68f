package io.pgdouble.failover;

import static io.pgdouble.failover.Pgjdbc.connect;
import static io.pgdouble.failover.Pgjdbc.one;
import static io.pgdouble.failover.Pgjdbc.reached;
import static io.pgdouble.failover.Pgjdbc.reported;
import static io.pgdouble.failover.Pgjdbc.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.pgdouble.PgCluster;
import io.pgdouble.PgDoubleOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A cluster in one process, and a real primary with a standby that follows it by streaming. */
class PgClusterAgreesWithTheReferenceTest {
  private static final String IS_THERE =
      "SELECT count(*) FROM pg_roles WHERE rolname = 'committed_before'";

  @Test
  void pgjdbc_sees_the_same_of_replication_and_of_a_failover() throws Exception {
    List<String> real;
    try (StreamingPair pair = new StreamingPair()) {
      real = play(pair.ports(), pair::failover);
    }
    List<String> doubled;
    try (PgCluster cluster = PgCluster.start(PgDoubleOptions.defaults(), 1)) {
      List<Integer> ports = List.of(cluster.primary().port(), cluster.standbys().get(0).port());
      doubled = play(ports, cluster::failover);
    }
    assertThat(doubled).isEqualTo(real);
    assertThat(real)
        .containsExactly(
            "writer: first",
            "reader: second",
            "writer commits: done",
            "reader writes: 25006 ERROR: cannot execute CREATE ROLE in a read-only transaction",
            "reader sees it: 1",
            "writer: 08006 An I/O error occurred while sending to the backend.",
            "reader: second",
            "reader, in_hot_standby: off",
            "reader sees it: 1",
            "reader writes: done",
            "a new writer: second",
            "a new reader: 08001 Could not find a server"
                + " with specified targetServerType: secondary",
            "or a writer: second");
  }

  @Test
  void a_database_that_is_dropped_takes_the_sessions_of_the_standby_with_it() throws Exception {
    List<String> real;
    try (StreamingPair pair = new StreamingPair()) {
      real = drop(pair.ports());
    }
    List<String> doubled;
    try (PgCluster cluster = PgCluster.start(PgDoubleOptions.defaults(), 1)) {
      doubled = drop(List.of(cluster.primary().port(), cluster.standbys().get(0).port()));
    }
    assertThat(doubled).isEqualTo(real);
    assertThat(real)
        .containsExactly(
            "in another: gone",
            "in another: 57P04 FATAL: terminating connection due to conflict with recovery",
            "in postgres: postgres");
  }

  @Test
  void what_is_unlogged_is_not_on_a_standby_and_empty_after_a_failover() throws Exception {
    List<String> real;
    try (StreamingPair pair = new StreamingPair()) {
      real = unlogged(pair.ports(), pair::failover);
    }
    List<String> doubled;
    try (PgCluster cluster = PgCluster.start(PgDoubleOptions.defaults(), 1)) {
      List<Integer> ports = List.of(cluster.primary().port(), cluster.standbys().get(0).port());
      doubled = unlogged(ports, cluster::failover);
    }
    assertThat(doubled).isEqualTo(real);
    assertThat(real)
        .contains(
            "read: 0A000 ERROR: cannot access temporary or unlogged relations during recovery",
            "insert: 25006 ERROR: cannot execute INSERT in a read-only transaction",
            "after the failover: 0");
  }

  private static List<String> unlogged(List<Integer> ports, Runnable failover) throws Exception {
    Sightings seen = new Sightings(text -> text.replaceAll("\\s+", " "));
    try (Connection primary = connect(StreamingPair.jdbcUrl(ports.get(0)));
        Connection reader = connect(StreamingPair.jdbcUrl(ports.get(1)))) {
      run(primary, "CREATE UNLOGGED TABLE passing (i int)");
      run(primary, "INSERT INTO passing VALUES (1)");
      run(primary, "CREATE UNLOGGED SEQUENCE ids");
      run(primary, "SELECT nextval('ids')");
      run(primary, "CREATE ROLE committed_before");
      awaitRole(reader);
      seen.write("read", () -> one(reader, "SELECT count(*) FROM passing"));
      seen.write("read nothing", () -> one(reader, "SELECT 1 FROM passing WHERE false"));
      seen.write("inside", () -> one(reader, "SELECT 1 WHERE EXISTS (SELECT FROM passing)"));
      seen.write("sequence", () -> one(reader, "SELECT last_value FROM ids"));
      seen.write("next", () -> one(reader, "SELECT nextval('ids')"));
      seen.write("insert", () -> run(reader, "INSERT INTO passing VALUES (1)"));
      seen.write("update", () -> run(reader, "UPDATE passing SET i = 2"));
      seen.write("delete", () -> run(reader, "DELETE FROM passing"));
      seen.write("truncate", () -> run(reader, "TRUNCATE passing"));
      failover.run();
      seen.write("after the failover", () -> one(reader, "SELECT count(*) FROM passing"));
    }
    return seen.all();
  }

  private static List<String> drop(List<Integer> ports) throws Exception {
    Sightings seen = new Sightings(text -> text.replaceAll("\\s+", " "));
    String database = "SELECT current_database()";
    try (Connection primary = connect(StreamingPair.jdbcUrl(ports.get(0)));
        Connection reader = connect(StreamingPair.jdbcUrl(ports.get(1)))) {
      run(primary, "CREATE DATABASE gone");
      Connection inside = awaitDatabase(ports.get(1));
      seen.write("in another", () -> one(inside, database));
      run(primary, "DROP DATABASE gone");
      TimeUnit.MILLISECONDS.sleep(500);
      seen.write("in another", () -> one(inside, database));
      seen.write("in postgres", () -> one(reader, database));
    }
    return seen.all();
  }

  private static Connection awaitDatabase(int port) throws Exception {
    String url = StreamingPair.jdbcUrl(port).replace("/postgres?", "/gone?");
    for (int i = 0; i < 1000; i++) {
      try {
        return connect(url);
      } catch (SQLException e) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
    }
    return connect(url);
  }

  private static List<String> play(List<Integer> ports, Runnable failover) throws Exception {
    Sightings seen =
        new Sightings(
            text ->
                text.replace("127.0.0.1:", "")
                    .replace(ports.get(0).toString(), "first")
                    .replace(ports.get(1).toString(), "second"));
    String both =
        StreamingPair.jdbcUrl(ports.get(1))
            .replace("//", "//127.0.0.1:" + ports.get(0) + ",")
            .concat("&hostRecheckSeconds=0&targetServerType=");
    try (Connection writer = connect(both + "primary");
        Connection reader = connect(both + "secondary")) {
      seen.write("writer", () -> one(writer, "SHOW port"));
      seen.write("reader", () -> one(reader, "SHOW port"));
      seen.write("writer commits", () -> run(writer, "CREATE ROLE committed_before"));
      seen.write("reader writes", () -> run(reader, "CREATE ROLE somebody"));
      seen.write("reader sees it", () -> awaitRole(reader));
      failover.run();
      seen.write("writer", () -> one(writer, "SHOW port"));
      seen.write("reader", () -> one(reader, "SHOW port"));
      seen.write("reader, in_hot_standby", () -> reported(reader, "in_hot_standby"));
      seen.write("reader sees it", () -> one(reader, IS_THERE));
      seen.write("reader writes", () -> run(reader, "CREATE ROLE somebody"));
      seen.write("a new writer", () -> reached(both + "primary"));
      seen.write("a new reader", () -> reached(both + "secondary"));
      seen.write("or a writer", () -> reached(both + "preferSecondary"));
    }
    return seen.all();
  }

  /** What was committed is replayed soon. */
  private static Object awaitRole(Connection reader) throws SQLException {
    for (int i = 0; i < 1000 && one(reader, IS_THERE).equals(0L); i++) {
      try {
        TimeUnit.MILLISECONDS.sleep(10);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return one(reader, IS_THERE);
  }
}
