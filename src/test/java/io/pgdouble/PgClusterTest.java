package io.pgdouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PgClusterTest {
  private PgCluster cluster;

  @BeforeEach
  void start() {
    cluster = PgCluster.start(PgDoubleOptions.defaults(), 2);
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  private static String ask(String url, String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getString(1) : "no row";
    }
  }

  private static String ask(PgDouble server, String query) throws SQLException {
    return ask(server.jdbcUrl(), query);
  }

  private static void run(PgDouble server, String command) throws SQLException {
    try (Connection connection = DriverManager.getConnection(server.jdbcUrl());
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private String portOf(String type) throws SQLException {
    String url = cluster.jdbcUrl() + "&hostRecheckSeconds=0&targetServerType=" + type;
    return ask(url, "SELECT inet_server_port()");
  }

  @Test
  void pgjdbc_finds_the_primary_and_the_standbys_before_and_after_a_failover() throws SQLException {
    PgDouble old = cluster.primary();
    List<PgDouble> standbys = cluster.standbys();
    assertThat(portOf("primary")).isEqualTo(Integer.toString(old.port()));
    assertThat(portOf("secondary")).isEqualTo(Integer.toString(standbys.get(0).port()));
    PgDouble promoted = cluster.failover();
    assertThat(promoted).isSameAs(standbys.get(0)).isSameAs(cluster.primary());
    assertThat(portOf("primary")).isEqualTo(Integer.toString(promoted.port()));
    assertThat(portOf("secondary")).isEqualTo(Integer.toString(standbys.get(1).port()));
  }

  @Test
  void what_is_committed_on_the_primary_is_replayed_on_the_standbys() throws SQLException {
    PgDouble standby = cluster.standbys().get(1);
    assertThat(ask(standby, "SELECT pg_last_xact_replay_timestamp()")).isNull();
    run(cluster.primary(), "CREATE ROLE alice LOGIN");
    String role = "SELECT rolcanlogin FROM pg_roles WHERE rolname = 'alice'";
    assertThat(ask(standby, role)).isEqualTo("t");
    assertThat(ask(standby, "SELECT pg_last_xact_replay_timestamp()")).isNotNull();
    cluster.failover();
    run(cluster.primary(), "DROP ROLE alice");
    assertThat(ask(standby, role)).isEqualTo("no row");
  }

  @Test
  void what_is_written_to_tables_is_there_on_the_standbys_and_after_a_failover()
      throws SQLException {
    PgDouble standby = cluster.standbys().get(1);
    run(cluster.primary(), "CREATE TABLE t (id int PRIMARY KEY, v text)");
    run(cluster.primary(), "INSERT INTO t VALUES (1, 'one'), (2, 'two'), (3, 'three')");
    String rows = "SELECT string_agg(id || v, ',' ORDER BY id) FROM t";
    assertThat(ask(standby, rows)).isEqualTo("1one,2two,3three");
    assertThat(ask(standby, "SELECT v FROM t WHERE id = 2")).isEqualTo("two");
    run(cluster.primary(), "UPDATE t SET v = 'zwei' WHERE id = 2; DELETE FROM t WHERE id = 1");
    assertThat(ask(standby, "SELECT v FROM t WHERE id = 2")).isEqualTo("zwei");
    assertThatThrownBy(() -> run(standby, "DELETE FROM t"))
        .hasMessageContaining("cannot execute DELETE in a read-only transaction");
    cluster.failover();
    run(cluster.primary(), "INSERT INTO t VALUES (4, 'four')");
    assertThatThrownBy(() -> run(cluster.primary(), "INSERT INTO t VALUES (3, 'again')"))
        .hasMessageContaining("duplicate key value violates unique constraint \"t_pkey\"");
    assertThat(ask(standby, rows)).isEqualTo("2zwei,3three,4four");
    cluster.rejoin();
    for (PgDouble each : cluster.standbys()) {
      assertThat(ask(each, rows)).isEqualTo("2zwei,3three,4four");
    }
  }

  @Test
  void a_standby_whose_replay_is_paused_lags_until_it_goes_on() throws SQLException {
    PgDouble standby = cluster.standbys().get(0);
    ask(standby, "SELECT pg_wal_replay_pause()");
    run(cluster.primary(), "CREATE ROLE bob");
    String role = "SELECT 'there' FROM pg_roles WHERE rolname = 'bob'";
    assertThat(ask(standby, role)).isEqualTo("no row");
    ask(standby, "SELECT pg_wal_replay_resume()");
    assertThat(ask(standby, role)).isEqualTo("there");
  }

  @Test
  void a_standby_has_replayed_as_much_as_its_primary_has_written_unless_it_is_paused()
      throws SQLException {
    PgDouble standby = cluster.standbys().get(0);
    run(cluster.primary(), "CREATE TABLE written (i int)");
    String reached = "SELECT pg_last_wal_replay_lsn() >= '%s', pg_last_wal_receive_lsn() >= '%1$s'";
    String first = ask(cluster.primary(), "SELECT pg_current_wal_lsn()");
    assertThat(ask(standby, reached.formatted(first))).isEqualTo("t");
    ask(standby, "SELECT pg_wal_replay_pause()");
    run(cluster.primary(), "INSERT INTO written VALUES (1)");
    String second = ask(cluster.primary(), "SELECT pg_current_wal_lsn()");
    assertThat(ask(standby, reached.formatted(second))).isEqualTo("f");
    ask(standby, "SELECT pg_wal_replay_resume()");
    assertThat(ask(standby, reached.formatted(second))).isEqualTo("t");
  }

  @Test
  void a_promoted_standby_remembers_how_far_it_had_replayed_and_goes_on_from_there()
      throws SQLException {
    run(cluster.primary(), "CREATE TABLE written (i int)");
    String last = ask(cluster.primary(), "SELECT pg_current_wal_lsn()");
    PgDouble promoted = cluster.failover();
    String between = "SELECT pg_last_wal_replay_lsn() BETWEEN '%s' AND pg_current_wal_lsn()";
    assertThat(ask(promoted, between.formatted(last))).isEqualTo("t");
    String file = "SELECT left(pg_walfile_name(pg_current_wal_insert_lsn()), 8)";
    assertThat(ask(promoted, file)).isEqualTo("00000002");
    cluster.rejoin();
    assertThat(ask(cluster.failover(), file)).isEqualTo("00000003");
  }

  @Test
  void after_a_switchover_the_old_primary_follows_the_new_one() throws SQLException {
    int oldPort = cluster.primary().port();
    PgDouble promoted = cluster.switchover();
    assertThat(cluster.standbys()).extracting(PgDouble::port).contains(oldPort).hasSize(2);
    run(promoted, "CREATE ROLE carol");
    for (PgDouble standby : cluster.standbys()) {
      assertThat(ask(standby, "SELECT 'there' FROM pg_roles WHERE rolname = 'carol'"))
          .isEqualTo("there");
      assertThat(ask(standby, "SELECT pg_is_in_recovery()")).isEqualTo("t");
    }
  }

  @Test
  void a_primary_that_was_failed_over_rejoins_as_a_standby_on_its_port() throws SQLException {
    int oldPort = cluster.primary().port();
    cluster.failover();
    assertThat(cluster.standbys()).extracting(PgDouble::port).doesNotContain(oldPort).hasSize(1);
    cluster.rejoin();
    assertThat(cluster.standbys()).extracting(PgDouble::port).contains(oldPort).hasSize(2);
  }

  @Test
  void without_a_standby_there_is_no_failover() {
    cluster.failover();
    cluster.failover();
    assertThatThrownBy(cluster::failover)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("found no standby (expected: one)");
  }

  @Test
  void a_cluster_on_one_port_is_refused() {
    assertThatThrownBy(() -> PgCluster.start(PgDoubleOptions.defaults().withPort(5432), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("found a port");
  }
}
